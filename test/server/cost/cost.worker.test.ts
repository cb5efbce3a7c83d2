import {
  buildSchema,
  getIntrospectionQuery,
  getOperationAST,
  GraphQLEnumType,
  GraphQLInputObjectType,
  GraphQLInterfaceType,
  GraphQLObjectType,
  GraphQLSchema,
  isAbstractType,
  parse,
} from "graphql";
import { describe, expect, it } from "vitest";
import { schema } from "../../../schema/index.ts";
import { costing, costOf } from "../../../src/server/cost/cost.ts";

type Variables = Record<string, unknown>;

function costIn(of: GraphQLSchema, query: string, variables: Variables = {}, operationName?: string): number {
  const document = parse(query);
  return costOf(costing(of)(document, getOperationAST(document, operationName)!, variables));
}

const cost = (query: string, variables?: Variables, operationName?: string) =>
  costIn(schema, query, variables, operationName);

describe("the cost of a field", () => {
  it.each([
    ["a value is 0", "{ __typename }", 0],
    ["an object is 1", `{ actor(slug: "japan") { name country { name } } }`, 2],
    ["an object of which nothing but its type is asked is 1", `{ actor(slug: "japan") { __typename } }`, 1],
    ["a list of parts is as many as there can be", `{ actor(slug: "japan") { aliases { name } } }`, 51],
    [
      "what comes beneath a list is as many times as much",
      `{ statement(id: "x") { citations { article { slug } } } }`,
      101,
    ],
    ["a page is its connection, and its nodes", "{ actors(first: 7) { nodes { name } } }", 8],
    [
      "nodes and edges are both counted",
      "{ actors(first: 7) { pageInfo { endCursor } nodes { name } edges { node { name } } } }",
      23,
    ],
    ["a page whose size is left out has 20", "{ actors { nodes { name } } }", 21],
    ["a total takes no nodes", "{ actors(first: 100) { totalCount } }", 1],
    ["a page from the end is as large", "{ actors(last: 9) { nodes { name } } }", 10],
    [
      "pages within pages multiply",
      "{ articles(first: 3) { nodes { statements(first: 5) { nodes { text } } } } }",
      1 + 3 * (1 + 1 + 5),
    ],
    [
      "what is read besides is counted with each that has it",
      "{ actors(first: 3) { nodes { partners(first: 5) { edges { partnerships { status } } } } } }",
      1 + 3 * (1 + 500 + 1 + 5 * (1 + 100 + 20)),
    ],
    ["a search is 10 more", `{ search(query: "nato", first: 2) { nodes { __typename } } }`, 13],
    ["a list of ids has as many nodes", `{ nodes(ids: ["a", "b", "c"]) { id } }`, 3],
    ["one id stands for a list", `{ nodes(ids: "a") { id } }`, 1],
    [
      "paths are as many as are asked for, of at most four hops",
      `{ paths(from: "a", to: "b", first: 2) { hops { status } } }`,
      1010,
    ],
    ["candidates are 5 where nothing is said", `{ resolve(name: "UK") { score } }`, 15],
    ["a network has as many nodes as can be drawn", "{ network { nodes { nodeId } } }", 1000 + 1 + 2000],
    [
      "statements of stances are bound in all points together",
      `{ stances(from: "a", toward: "b") { statements { text } } }`,
      1000 + 1000 + 100,
    ],
  ])("of %s", (_, query, expected) => {
    expect(cost(query)).toBe(expected);
  });

  it("is that of the page that will be refused where its size is out of range", () => {
    expect(cost("{ actors(first: 1000) { nodes { name } } }")).toBe(101);
    expect(cost("{ actors(first: -5) { nodes { name } } }")).toBe(1);
  });

  it("of a mutation is 10 more, for each", () => {
    const call = (name: string) => `${name}: retract(id: "x", reason: "r") { node { id } }`;
    expect(cost(`mutation { ${call("a")} ${call("b")} }`)).toBe(24);
  });
});

describe("what is merged in the answer", () => {
  it.each([
    ["is counted once", `{ actor(slug: "a") { name } actor(slug: "a") { country { name } } }`, 2],
    [
      "is counted once in fragments too",
      `{ actor(slug: "a") { ...A ...A ... { aliases { name } } } } fragment A on Actor { aliases { name } }`,
      51,
    ],
    [
      "is asked for what any of its fields is asked for",
      `{ actor(slug: "a") { country { name } } actor(slug: "a") { name } actor(slug: "a") { aliases { name } } }`,
      52,
    ],
    [
      "may come from several fragments, named or not",
      `{ actor(slug: "a") { ...A ...B ... { country { name } } } }
      fragment A on Actor { aliases { name } } fragment B on Actor { identifiers { value } }`,
      102,
    ],
    ["under an alias is another", `{ actor(slug: "a") { country { name } again: country { name } } }`, 3],
  ])("%s", (_, query, expected) => {
    expect(cost(query)).toBe(expected);
  });
});

describe("an object that may be of several types", () => {
  it("costs what the dearest of these does", () => {
    const query = `{ node(id: "x") { ... on Article { publisher { name } } ... on Statement { citations { exact } } ... on Actor { name } } }`;
    expect(cost(query)).toBe(1 + 50);
  });

  it("is asked for what its interfaces and unions are asked for", () => {
    const query = `{ node(id: "x") { ... on Actor { parent { id } } ... on Subject { ... on State { country { id } } } } }`;
    expect(cost(query)).toBe(1 + 2);
  });
});

describe("the cost with variables", () => {
  const page = "query ($first: Int = 3, $last: Int) { actors(first: $first, last: $last) { nodes { name } } }";

  it.each([
    ["is that of their values", { first: 8 }, 9],
    ["is that of their defaults where they are left out", {}, 4],
    ["is that of the usual page where they are null", { first: null }, 21],
    ["is that of what is given beside null", { first: null, last: 2 }, 3],
  ])("%s", (_, variables, expected) => {
    expect(cost(page, variables)).toBe(expected);
  });

  it("is of each request, whatever the document was asked with before", () => {
    const document = parse(page);
    const of = costing(schema);
    const operation = getOperationAST(document)!;
    expect([1, 50, 2].map((first) => costOf(of(document, operation, { first })))).toEqual([2, 51, 3]);
  });

  it("takes nothing for a variable that the request does not give itself", () => {
    const query = "query ($toString: Int = 100) { actors(first: $toString) { nodes { name } } }";
    expect(cost(query)).toBe(101);
  });

  it("counts the items of a list, given whole or one by one", () => {
    const ids = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }";
    expect(cost(ids, { ids: ["a", "b"] })).toBe(2);
    expect(cost(ids, { ids: "a" })).toBe(1);
    expect(cost("query ($a: ID!) { nodes(ids: [$a, $a, $a]) { id } }", { a: "a" })).toBe(3);
  });

  it("leaves out what is not asked for", () => {
    const query = `query ($skip: Boolean!, $include: Boolean = false) {
      actor(slug: "a") { aliases @skip(if: $skip) { name } ...Wide @include(if: $include) }
    }
    fragment Wide on Actor { identifiers { value } country @include(if: false) { name } parent @skip(if: false) { name } }`;
    expect(cost(query, { skip: true })).toBe(1);
    expect(cost(query, { skip: false })).toBe(51);
    expect(cost(query, { skip: true, include: true })).toBe(52);
    expect(cost(query, { skip: false, include: true })).toBe(102);
  });

  it("counts what is asked for under one condition or another", () => {
    const query = `query ($a: Boolean!) { actor(slug: "a") { aliases { name } aliases @include(if: $a) { sort } } }`;
    expect(cost(query, { a: false })).toBe(51);
    expect(cost(query, { a: true })).toBeGreaterThanOrEqual(51);
    const either = `query ($a: Boolean!, $b: Boolean!) {
      actor(slug: "a") { aliases @include(if: $a) { name } aliases @include(if: $b) { sort } }
    }`;
    expect([true, false].map((a) => cost(either, { a, b: !a }))).toEqual([51, 51]);
    expect(cost(either, { a: false, b: false })).toBe(1);
  });

  it("leaves out what a document never asks for", () => {
    expect(
      cost(`{ actor(slug: "a") { aliases @include(if: false) { name } country @include(if: true) { name } } }`),
    ).toBe(2);
    expect(cost(`{ actor(slug: "a") { aliases @skip(if: true) { name } country @skip(if: false) { name } } }`)).toBe(2);
  });
});

describe("a document of several operations", () => {
  it("costs what the one that is chosen does", () => {
    const query =
      "query Few { actors(first: 2) { nodes { name } } } query Many { actors(first: 50) { nodes { name } } }";
    expect(cost(query, {}, "Few")).toBe(3);
    expect(cost(query, {}, "Many")).toBe(51);
  });
});

describe("introspection", () => {
  const types = Object.values(schema.getTypeMap());

  it("costs what there is where it asks for all types once", () => {
    expect(cost("{ __schema { types { name } } }")).toBe(1 + types.length);
    expect(cost(getIntrospectionQuery())).toBeLessThan(10_000);
  });

  it("costs what there is within all types and directives", () => {
    const fields = types.flatMap((type) =>
      type instanceof GraphQLObjectType || type instanceof GraphQLInterfaceType ? Object.values(type.getFields()) : [],
    );
    const inputs = types.flatMap((type) =>
      type instanceof GraphQLInputObjectType ? Object.values(type.getFields()) : [],
    );
    const values = types.flatMap((type) => (type instanceof GraphQLEnumType ? type.getValues() : []));
    const possible = types.flatMap((type) => (isAbstractType(type) ? schema.getPossibleTypes(type) : []));
    const interfaces = types.flatMap((type) =>
      type instanceof GraphQLObjectType || type instanceof GraphQLInterfaceType ? type.getInterfaces() : [],
    );
    const args = fields.flatMap((field) => field.args);
    const directives = schema.getDirectives();
    const within = (asked: string) => cost(`{ __schema { types { ${asked} } } }`) - 1 - types.length;
    expect(within("fields { name }")).toBe(fields.length);
    expect(within("fields { args { name } }")).toBe(fields.length + args.length);
    expect(within("interfaces { name }")).toBe(interfaces.length);
    expect(within("possibleTypes { name }")).toBe(possible.length);
    expect(within("enumValues { name }")).toBe(values.length);
    expect(within("inputFields { name }")).toBe(inputs.length);
    expect(cost("{ __schema { directives { args { name } } } }")).toBe(
      1 + directives.length + directives.flatMap((directive) => directive.args).length,
    );
  });

  it("costs the most that one type can have where it asks for one", () => {
    const most = Math.max(
      ...types.map((type) => (type instanceof GraphQLObjectType ? Object.keys(type.getFields()).length : 0)),
    );
    expect(cost(`{ __type(name: "Query") { fields { name } } }`)).toBe(1 + most);
  });

  it("ends where a type is wrapped no further", () => {
    const deep = (levels: number): string => (levels === 0 ? "name" : `ofType { ${deep(levels - 1)} }`);
    expect(cost(`{ __type(name: "Query") { ${deep(9)} } }`)).toBe(4);
  });
});

describe("a plan", () => {
  it("bears a list that nothing bounds, which is dearer than anything may be", () => {
    const unbound = buildSchema("type Query { many: [Thing] } type Thing { name: String again: [Thing] }");
    expect(costIn(unbound, "{ many { again { again { name } } } }")).toBe(Number.MAX_SAFE_INTEGER);
  });

  it("grows no faster than its document, however fragments are interlaced", () => {
    // Which fields of a level are merged depends on all the names on the way: 2^13 ways, by the powerset construction.
    const most = 13;
    const fragments = Array.from({ length: most }, (_, level) =>
      Array.from({ length: level + 1 }, (_, state) => {
        const to = (...states: number[]) =>
          level === most - 1 ? "{ id }" : `{ ${states.map((one) => `...F${level + 1}_${one}`).join(" ")} }`;
        const [a, b] = state === 0 ? [to(0, 1), to(0)] : [to(state + 1), to(state + 1)];
        return `fragment F${level}_${state} on Actor { a: parent ${a} b: parent ${b} }`;
      }),
    ).flat();
    const document = parse(`{ actor(slug: "a") { ...F0_0 } } ${fragments.join("\n")}`);
    const { plan, variables } = costing(schema)(document, getOperationAST(document)!, {});
    expect(plan.selections.length).toBeLessThan(3000);
    expect(costOf({ plan, variables })).toBeGreaterThanOrEqual(2 ** (most + 1) - 1);
  });
});
