import { buildSchema, getIntrospectionQuery, getOperationAST, parse } from "graphql";
import { beforeAll, describe, expect, it } from "vitest";
import readme from "../../../README.md?raw";
import { costing } from "../../../src/server/cost/cost.ts";
import { costLimit } from "../../../src/server/cost/cost-limit.ts";
import { excessOf } from "../../../src/server/cost/cost-excess.ts";
import { usualSettings } from "../../../src/server/settings.ts";
import { fetchNoting } from "../../ask.ts";
import { loadDataset } from "../../load-dataset.ts";

const golden = import.meta.glob<string>("../../queries/*.graphql", { query: "?raw", import: "default", eager: true });
const goldenVariables = import.meta.glob<object>("../../queries/*.variables.json", { import: "default", eager: true });

beforeAll(loadDataset);

interface Answer {
  data?: unknown;
  errors?: { message: string; extensions: Record<string, unknown> }[];
  extensions?: { cost?: { requested: number; limit: number; remaining: number }; revision?: number };
}

async function send(query: string, variables: object = {}, more: object = {}) {
  const request = new Request("http://localhost/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/graphql-response+json" },
    body: JSON.stringify({ query, variables, ...more }),
  });
  const { response, statements } = await fetchNoting(request);
  return { status: response.status, answer: await response.json<Answer>(), statements };
}

const ACTOR_PAGE = `{
  actor(slug: "japan") {
    __typename id slug name description
    aliases { name language sort } identifiers { scheme value } country { name } parent { name }
    alliances(asOf: "2022-05-07", first: 100) { totalCount nodes { slug name acronym kind status(asOf: "2022-05-07") { code } } }
    statements(first: 20) {
      totalCount pageInfo { hasNextPage endCursor }
      nodes {
        id text form language saidOn capacity { title }
        targets { stance subject { __typename ... on Actor { slug name } ... on Alliance { slug name } } }
        citations { exact article { slug title url publishedOn publisher { name } } }
        article { slug title }
      }
    }
  }
}`;
const WIDE_PAGE = `{ statements(first: 100) { nodes { text speaker { name } targets { stance } citations { exact article { title url publishedOn } } } } }`;
const README_QUERY = /"query":\s*"(.*)"}'/.exec(readme)![1]!.replaceAll('\\"', '"');
const CIRCLE = `{ article(slug: "nato") { actors(first: 100) { nodes { statements(first: 100) { nodes { article { actors(first: 100) { nodes { name } } } } } } } } }`;

describe("the limit", () => {
  const questions: [name: string, query: string, variables?: object | undefined][] = [
    ...Object.entries(golden).map(
      ([file, query]) => [file, query, goldenVariables[file.replace(".graphql", ".variables.json")]] as const,
    ),
    ["the first query of the README", README_QUERY],
    ["an actor's page", ACTOR_PAGE],
    ["a hundred statements with their citations", WIDE_PAGE],
    ["GraphiQL's introspection", getIntrospectionQuery()],
  ].map(([name, query, variables]) => [name, query, variables] as [string, string, object | undefined]);

  it.each(questions)("is far above what is asked in earnest: %s", async (_, query, variables) => {
    const { answer } = await send(query, variables);
    expect(answer.errors).toBeUndefined();
    expect(answer.extensions?.cost?.requested).toBeLessThan(usualSettings.cost / 2);
  });

  it("refuses to go round in circles, before D1 is asked", async () => {
    const { status, answer, statements } = await send(CIRCLE);
    expect(status).toBe(400);
    expect(statements).toEqual([]);
    expect(answer).toEqual({
      errors: [
        {
          message: `This may cost 6,030,702, and a request at most 50,000: Query.article.actors.nodes.statements.nodes.article.actors costs most, 5,010,000; in several requests it would fit`,
          extensions: {
            code: "COST_LIMIT_EXCEEDED",
            requested: 6_030_702,
            limit: usualSettings.cost,
            dearest: { path: "Query.article.actors.nodes.statements.nodes.article.actors", cost: 5_010_000 },
            fit: "in several requests",
          },
        },
      ],
    });
  });

  it("refuses by the variables of the request, however the document was asked before", async () => {
    const query = CIRCLE.replace("{", "query ($first: Int) {").replaceAll("100", "$first");
    const codes = [];
    for (const first of [2, 100, 2]) codes.push((await send(query, { first })).answer.errors?.[0]?.extensions["code"]);
    expect(codes).toEqual([undefined, "COST_LIMIT_EXCEEDED", undefined]);
  });
});

describe("what would fit", () => {
  it.each([
    [
      "a page",
      `{ actors(first: SIZE) { nodes { statements(first: 20) { nodes { citations { article { slug } } } } } } }`,
      "first",
      "Query.actors",
    ],
    [
      "a page from the end, under an alias",
      `{ all: actors(last: SIZE) { edges { node { statements { nodes { citations { article { slug } } } } } } } }`,
      "last",
      "Query.all",
    ],
    [
      "the page that need be cut least",
      `{ actors(first: 2) { nodes { statements(first: SIZE) { nodes { citations { article { statements { nodes { text } } } } } } } } }`,
      "first",
      "Query.actors.nodes.statements",
    ],
    [
      "a page with a variable",
      `query ($n: Int = SIZE) { statements(first: $n) { nodes { event { participants { actor { name } } citations { exact } } targets { subject { __typename } } citations { article { publisher { name } } } } } }`,
      "first",
      "Query.statements",
    ],
    [
      "paths",
      `{ paths(from: "japan", to: "france", first: SIZE) { hops { partnership { citations { article { publisher { aliases { name } } } } } } } }`,
      "first",
      "Query.paths",
    ],
  ])("is the greatest size of %s that does", async (_, query, argument, path) => {
    const { answer } = await send(query.replace("SIZE", "100"));
    const { fit } = answer.errors![0]!.extensions as { fit: string };
    const size = Number(/: (\d+) /.exec(fit)?.[1]);
    expect(fit).toBe(`with ${argument}: ${size} in ${path}`);
    expect((await send(query.replace("SIZE", String(size)))).answer.errors).toBeUndefined();
    expect((await send(query.replace("SIZE", String(size + 1)))).answer.errors?.[0]?.extensions["code"]).toBe(
      "COST_LIMIT_EXCEEDED",
    );
  });

  it("may be fewer ids", async () => {
    const ids = (count: number) =>
      `{ nodes(ids: ${JSON.stringify(Array(count).fill("x"))}) { ... on Event { participants { actor { aliases { name } } } } } }`;
    const { fit } = (await send(ids(100))).answer.errors![0]!.extensions;
    expect(fit).toBe("with ids: 9 in Query.nodes");
    expect((await send(ids(9))).answer.errors).toBeUndefined();
  });

  it("is several requests where no one page makes up for the rest", async () => {
    const many = Array.from(
      { length: 9 },
      (_, n) => `a${n}: statements(first: 100) { nodes { citations { article { slug } } } }`,
    );
    const { answer } = await send(`{ ${many.join(" ")} }`);
    expect(answer.errors?.[0]?.message).toMatch(/; in several requests it would fit$/);
  });
});

describe("what costs as much as may be", () => {
  const schema = buildSchema("type Query { b(first: Int, last: Int): Page } type Page { nodes: [Query] }");
  const of = (limit: number, query: string) => {
    const document = parse(query);
    return costLimit(schema, limit)(document, getOperationAST(document)!, {});
  };

  it("is not refused, and leaves nothing", () => {
    expect(of(6, "{ b(first: 5) { nodes { __typename } } }")).toEqual({ requested: 6, limit: 6, remaining: 0 });
    expect(of(5, "{ b(first: 5) { nodes { __typename } } }")).toMatchObject({
      extensions: { code: "COST_LIMIT_EXCEEDED", requested: 6, fit: "with first: 4 in Query.b" },
    });
  });

  it("is told by the argument that was given", () => {
    for (const [given, fit] of [
      ["", "first: 4"],
      ["(last: 9)", "last: 4"],
      ["(first: 9, last: 9)", "first: 4"],
      ["(last: 9, first: null)", "first: 4"],
    ]) {
      expect(of(5, `{ b${given} { nodes { __typename } } }`)).toMatchObject({
        extensions: { fit: `with ${fit} in Query.b` },
      });
    }
  });

  it("would fit by the list that need be cut least", () => {
    const query = (a: number, b: number) => `{ b(first: ${a}) { nodes { b(first: ${b}) { nodes { __typename } } } } }`;
    expect(of(100, query(4, 30))).toMatchObject({ extensions: { fit: "with first: 3 in Query.b" } });
    expect(of(100, query(40, 2))).toMatchObject({ extensions: { fit: "with first: 24 in Query.b" } });
    expect(of(100, query(2, 90))).toMatchObject({ extensions: { fit: "with first: 47 in Query.b.nodes.b" } });
  });
});

describe("the path that costs most", () => {
  const lists = buildSchema(
    "type Query { a: [Thing] b(first: Int, last: Int): Page } type Thing { own: Thing } type Page { nodes: [Thing] }",
  );
  const dearestOf = (query: string, variables = {}) => {
    const document = parse(query);
    return excessOf(costing(lists)(document, getOperationAST(document)!, variables), 1).dearest;
  };

  it("is the outermost of those that lead to as many objects", () => {
    expect(dearestOf("{ b(first: 5) { nodes { own { own { __typename } } } } }")).toEqual({
      path: "Query.b.nodes",
      cost: 5,
    });
  });

  it("is none that is not asked for", () => {
    const query = "query ($all: Boolean!) { a @include(if: $all) { __typename } b { nodes { __typename } } }";
    expect(dearestOf(query, { all: false }).path).toBe("Query.b.nodes");
    expect(dearestOf(query, { all: true }).path).toBe("Query.a");
  });
});

describe("an answer", () => {
  it("tells what was asked for, and what is left of the limit", async () => {
    const { answer } = await send("{ actors(first: 2) { nodes { name } } }");
    expect(answer.extensions).toEqual({
      cost: { requested: 3, limit: usualSettings.cost, remaining: usualSettings.cost - 3 },
    });
  });

  it("tells it beside the revision that it is pinned to, and where a field has an error", async () => {
    const pinned = await send("{ actors(first: 0) { nodes { name } } }", {}, { extensions: { revision: 1 } });
    expect(pinned.answer.errors).toHaveLength(1);
    expect(pinned.answer.extensions).toEqual({
      revision: 1,
      lineage: expect.stringMatching(/^[0-9a-f]{24}$/) as string,
      cost: { requested: 1, limit: usualSettings.cost, remaining: usualSettings.cost - 1 },
    });
  });

  it.each([
    ["is not valid", "{ nobody }", {}],
    ["lacks a variable", "query ($id: ID!) { node(id: $id) { id } }", {}],
    ["names no operation", "query A { __typename }", { operationName: "B" }],
  ])("tells no cost where the request %s", async (_, query, more) => {
    const { answer } = await send(query, {}, more);
    expect(answer.errors).toHaveLength(1);
    expect(answer.extensions?.cost).toBeUndefined();
  });
});
