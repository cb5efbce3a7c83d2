import {
  getNamedType,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";
import { beforeAll, describe, expect, it } from "vitest";
import { schema } from "../../schema/index.ts";
import { ask, fetchNoting } from "../ask.ts";
import { loadDataset } from "../load-dataset.ts";
import { mutate } from "../mutation/send.ts";

beforeAll(loadDataset);

/** A way to an argument or input field: a question with a place for its value, and the place as errors tell it. */
interface Position {
  place: string;
  question: (value: string) => string;
}

/** Where a field of each type is asked for. */
const AROUND: Readonly<Record<string, (field: string) => string>> = {
  Query: (field) => `{ ${field} }`,
  Actor: (field) => `{ actor(slug: "japan") { ${field} } }`,
  State: (field) => `{ actor(slug: "japan") { ... on State { ${field} } } }`,
  Person: (field) => `{ actor(slug: "fumio-kishida") { ... on Person { ${field} } } }`,
  Organization: (field) => `{ actor(slug: "nikkei") { ... on Organization { ${field} } } }`,
  Alliance: (field) => `{ alliance(slug: "nato") { ${field} } }`,
  Article: (field) => `{ article(slug: "china-responds-nato-in-asia") { ${field} } }`,
  Event: (field) => `{ events(first: 1) { nodes { ${field} } } }`,
};

/** What names one row, which is null where there is none, and what narrows by a text of any kind. */
const NO_REFERENCE = /^Query\.(actor|alliance|article|statement|node|nodes)\./;
/** What else an argument that must be given is given. */
const FILLED: Readonly<Record<string, string>> = {
  from: '"japan"',
  to: '"china"',
  toward: '"nato"',
  query: '"japan"',
  name: '"japan"',
  since: "0",
};
/** What else an argument of a type that must be given is given, whatever its name. */
const FILLED_BY_TYPE: Readonly<Record<string, string>> = { Date: '"2022-05-07"' };

function isReference(type: GraphQLInputType): boolean {
  return getNamedType(type).name === "ID";
}

function literal(input: GraphQLInputType, value: string, inList: boolean): string {
  const type = isNonNullType(input) ? input.ofType : input;
  return isListType(type) && inList ? `["japan", ${value}]` : value;
}

function positionsIn(input: GraphQLArgument | GraphQLInputField, depth: number): Position[] {
  const { name, type } = input;
  const named = getNamedType(type);
  if (isReference(type)) {
    const isList = isListType(isNonNullType(type) ? type.ofType : type);
    const single = { place: isList ? `${name}[0]` : name, question: (value: string) => `${name}: ${value}` };
    if (!isList) return [single];
    return [single, { place: `${name}[1]`, question: (value) => `${name}: ${literal(type, value, true)}` }];
  }
  if (!isInputObjectType(named)) return [];
  return Object.values(named.getFields()).flatMap((field) => {
    const isNested = getNamedType(field.type) === named;
    if (isNested && depth === 0) return [];
    return positionsIn(field, isNested ? depth - 1 : depth).map(({ place, question }) => ({
      place: `${name}${name === "any" ? "[1]" : ""}.${place}`,
      question: (value: string) =>
        name === "any" ? `any: [{}, { ${question(value)} }]` : `${name}: { ${question(value)} }`,
    }));
  });
}

/**
 * Every place in the schema where a question can refer to something: of each type of input all of them where it is first
 * met, and one where it is met again.
 */
function positions(): (Position & { name: string })[] {
  const met = new Set<string>();
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type) || type === schema.getMutationType()) return [];
    const around = AROUND[type.name];
    return Object.values(type.getFields()).flatMap((field) =>
      field.args.flatMap((arg) => {
        const named = getNamedType(arg.type).name;
        const found = positionsIn(arg, 1);
        const some = met.has(named) && named !== "ID" ? found.slice(-1) : found;
        met.add(named);
        return some.map(({ place, question }) => ({
          name: `${type.name}.${field.name}.${place}`,
          place,
          question: (value: string) => {
            const others = field.args
              .filter((other) => other !== arg && isNonNullType(other.type) && other.defaultValue === undefined)
              .map((other) => `${other.name}: ${FILLED_BY_TYPE[getNamedType(other.type).name] ?? FILLED[other.name]}`);
            if (around === undefined) throw new Error(`say where ${type.name} is asked for`);
            return around(`${field.name}(${[...others, question(value)].join(", ")}) { __typename }`);
          },
        }));
      }),
    );
  });
}

const all = positions().filter(({ name }) => !NO_REFERENCE.test(name));

describe("a reference that names nothing is refused, wherever it stands", () => {
  it.each(all)("$name", async ({ question, place }) => {
    const { errors } = await ask(question('"austrlia"'));
    expect(errors?.[0]?.extensions["code"]).toBe("BAD_USER_INPUT");
    expect(errors?.[0]?.message).toContain(`Argument "${place}" of `);
  });
});

describe("what an error tells of it", () => {
  const refusal = async (question: string, variables = {}) => (await ask(question, variables)).errors?.[0];

  it("is the argument, the value and what resembles it", async () => {
    expect(
      await refusal(
        `{ statements(filter: { form: QUOTE, any: [{}, { speaker: ["japan", "Austrlia"] }] }) { totalCount } }`,
      ),
    ).toMatchObject({
      message: `Argument "filter.any[1].speaker[1]" of Query.statements names no actor: "Austrlia"; did you mean "australia" (Australia)?`,
      path: ["statements"],
      extensions: {
        code: "BAD_USER_INPUT",
        unknown: [{ argument: "filter.any[1].speaker[1]", resembles: ["australia"] }],
      },
    });
  });

  it.each([
    ["a misspelt slug", `{ paths(from: "chinna", to: "japan") { length } }`, `did you mean "china"`],
    ["a name", `{ paths(from: "Boris Johnson", to: "japan") { length } }`, `did you mean "boris-johnson"`],
    ["an acronym", `{ stances(from: "UK", toward: "nato") { __typename } }`, `did you mean "united-kingdom"`],
    [
      "a slug that misses a letter",
      `{ articles(filter: { mentions: "japan-australia-ra" }) { totalCount } }`,
      `"japan-australia-raa"`,
    ],
    [
      "an article",
      `{ statements(filter: { article: "china-respond-nato-in-asia" }) { totalCount } }`,
      `"china-responds-nato-in-asia"`,
    ],
    [
      "what is like nothing",
      `{ statements(filter: { speaker: "nobody" }) { totalCount } }`,
      `names no actor: "nobody"; give an id or a slug, which Query.resolve finds`,
    ],
    [
      "what is no id",
      `{ statements(filter: { event: "atlantis" }) { totalCount } }`,
      'names no event: "atlantis"; give an event\'s id',
    ],
    [
      "an id of another type",
      `{ statements(filter: { speaker: "MTpFdmVudDox" }) { totalCount } }`,
      "is an id of type Event",
    ],
    ["an empty text", `{ statements(filter: { speaker: "" }) { totalCount } }`, `names no actor: ""`],
  ])("is what would be right of %s", async (_what, question, right) => {
    expect((await refusal(question))?.message).toContain(right);
  });

  it("is told of several at once", async () => {
    const found = await refusal(`{ statements(filter: { speaker: ["chinna", "japan", "austrlia"] }) { totalCount } }`);
    expect(found?.message).toContain(`filter.speaker[0]`);
    expect(found?.message).toContain(`filter.speaker[2]`);
    expect(found?.message).not.toContain(`filter.speaker[1]`);
  });

  it("is told of variables and of fields deep in the tree, too", async () => {
    const asked = `query ($who: ID, $filter: StatementFilter, $with: Boolean!) { actor(slug: "japan") { ...Own @include(if: $with) partners(first: 1) { nodes { statements(filter: $filter) { totalCount } } } } }
      fragment Own on Actor { partnerships(with: $who) { totalCount } }`;
    expect((await refusal(asked, { who: "austrlia", with: true }))?.message).toContain(`"with" of Actor.partnerships`);
    expect((await refusal(asked, { filter: { speaker: "chinna" }, with: true }))?.message).toContain(
      `"filter.speaker[0]"`,
    );
    expect(await refusal(asked, { who: "austrlia", with: false })).toBeUndefined();
  });
});

describe("a reference that is known", () => {
  it("takes no statement of its own, and is refused no second time", async () => {
    const asked = `{ actor(slug: "japan") { partnerships(with: "australia", asOf: "2022-05-07") { totalCount } } }`;
    // Executed, planned, and by its plan.
    for (let time = 0; time < 3; time += 1) {
      const { errors, data, statements } = await ask(asked);
      expect(errors).toBeUndefined();
      expect(data).toEqual({ actor: { partnerships: { totalCount: 3 } } });
      expect(statements).toHaveLength(1);
    }
  });

  it("is looked up by plans, too", async () => {
    const asked = `query ($with: ID) { actor(slug: "japan") { partnerships(with: $with) { totalCount } } }`;
    for (const name of ["australia", "india", "australia", "austrlia", "australia", "austrlia"]) {
      const { errors } = await ask(asked, { with: name });
      expect(errors?.[0]?.message.includes(`"austrlia"`) ?? false).toBe(name === "austrlia");
    }
  });
});

describe("a null", () => {
  const refused = async (question: string, variables = {}) => (await ask(question, variables)).errors?.[0]?.message;

  it.each([
    [`{ statements(filter: { speaker: null }) { totalCount } }`, "filter.speaker"],
    [`{ statements(filter: { any: [{}, { speaker: null }] }) { totalCount } }`, "filter.any[1].speaker"],
    [`{ statements(filter: { not: { saidBetween: { from: null } } }) { totalCount } }`, "filter.not.saidBetween.from"],
    [`{ events(filter: { any: null }) { totalCount } }`, "filter.any"],
    [`{ alliances(filter: { asOf: null }) { totalCount } }`, "filter.asOf"],
    [`{ actors(filter: { memberOf: { alliance: "nato", role: null } }) { totalCount } }`, "filter.memberOf.role"],
    [`{ actor(slug: "japan") { partnerships(with: null) { totalCount } } }`, "with"],
    [`{ actor(slug: "japan") { memberships(kind: null) { totalCount } } }`, "kind"],
    [`{ network(kinds: null) { nodes { degree } } }`, "kinds"],
    [`{ search(query: "japan", types: null) { totalCount } }`, "types"],
    [`{ resolve(name: "nothing like it", types: null) { score } }`, "types"],
    [`{ revisions(author: null) { totalCount } }`, "author"],
  ])("is refused in %s", async (question, place) => {
    expect(await refused(question)).toMatch(
      new RegExp(`^Argument "${place.replaceAll(/[[\]]/g, "\\$&")}" of .* is null: leave it out`),
    );
  });

  it("of a variable is refused, and a variable that is not given leaves the field out", async () => {
    const asked = `query ($speaker: [ID!], $form: [StatementForm!]) { statements(filter: { speaker: $speaker, form: $form }) { totalCount } }`;
    expect(await refused(asked, { speaker: null })).toContain(`"filter.speaker" of Query.statements is null`);
    const { data } = await ask<{ statements: { totalCount: number } }>(asked);
    expect(data).toEqual((await ask(`{ statements { totalCount } }`)).data);
  });

  it.each([
    `{ statements(filter: null, orderBy: null, first: null, last: null, after: null, before: null) { totalCount } }`,
    `{ actor(slug: "japan", id: null) { memberships(asOf: null, certainty: null, ever: null) { totalCount } } }`,
  ])("says nothing where nothing is narrowed: %s", async (question) => {
    expect(await refused(question)).toBeUndefined();
  });
});

const warnings = async (query: string, extensions?: object) => {
  const body = JSON.stringify({ query, extensions });
  const headers = { "content-type": "application/json" };
  const { response } = await fetchNoting(new Request("http://localhost/graphql", { method: "POST", headers, body }));
  return (await response.json<{ extensions: { warnings?: { message: string }[] } }>()).extensions.warnings;
};

describe("what names one row and names none is null, and a warning tells what is like it", () => {
  it("with the place in the answer", async () => {
    expect(await warnings(`{ friend: actor(slug: "austrlia") { name } japan: actor(slug: "japan") { name } }`)).toEqual(
      [
        {
          message: `Argument "slug" of Query.actor names no actor: "austrlia"; did you mean "australia" (Australia)?`,
          code: "NAMES_NOTHING",
          path: ["friend"],
        },
      ],
    );
  });

  it.each([
    [`{ alliance(slug: "natto") { name } }`, `did you mean "nato"`],
    [`{ actor(name: "Boris Jonson") { name } }`, `did you mean "boris-johnson"`],
    [`{ article(slug: "china-respond-nato-in-asia") { title } }`, `"china-responds-nato-in-asia"`],
    [`{ statement(id: "x") { text } }`, `Argument "id" of Query.statement is the id of nothing: "x"`],
    [`{ node(id: "japan") { id } }`, `Argument "id" of Query.node is the id of nothing: "japan"`],
    [`{ nodes(ids: ["japan"]) { id } }`, `Argument "ids[0]" of Query.nodes is the id of nothing: "japan"`],
  ])("in %s", async (query, right) => {
    // Executed, planned, and by its plan.
    for (let time = 0; time < 3; time += 1) {
      const found = await warnings(query);
      expect(found).toHaveLength(1);
      expect(found?.[0]?.message).toContain(right);
    }
  });

  it.each([
    ["null", (slug: string) => `actor(slug: "${slug}") { name }`],
    ["refused", (slug: string) => `statements(filter: { speaker: "${slug}" }) { totalCount }`],
  ])(
    "for the first ten of a request: what more of them is %s is not looked for by what it is like",
    async (_, field) => {
      const many = Array.from({ length: 25 }, (_one, n) => `f${n}: ${field(`austrlia-${n}`)}`);
      const { statements } = await ask(`{ ${many.join(" ")} }`);
      expect(statements.filter((text) => text.includes("length(slug)"))).toHaveLength(10);
    },
  );

  it("for articles by the first eight words alone", async () => {
    const words = Array.from({ length: 20 }, (_one, n) => `zq${n}`).join("-");
    const likeArticle = (slug: string) => warnings(`{ article(slug: "${slug}") { title } }`);
    expect((await likeArticle(`china-responds-nato-in-asia-${words}`))?.[0]?.message).toContain("did you mean");
    expect((await likeArticle(`${words}-china-responds-nato-in-asia`))?.[0]?.message).not.toContain("did you mean");
  });

  it("beside what of the request is not read", async () => {
    const told = await warnings(`{ actor(slug: "austrlia") { name } }`, { revison: 1 });
    expect(told).toMatchObject([{ code: "UNKNOWN_EXTENSION" }, { code: "NAMES_NOTHING" }]);
  });

  it("and there is none where all are found", async () => {
    expect(await warnings(`{ actor(slug: "japan") { name } }`)).toBeUndefined();
  });
});

describe("in an answer that is pinned to a revision", () => {
  const LATER = `{ statements(filter: { speaker: "newcomer-land" }) { totalCount } }`;

  it("what was entered later has nothing there, and what nobody ever entered is refused", async () => {
    const { data: before } = await ask<{ dataset: { revision: number } }>(`{ dataset { revision } }`);
    const { revision } = before.dataset;
    expect((await ask(LATER)).errors?.[0]?.message).toContain(`"newcomer-land"`);
    const input = { type: "STATE", slug: "newcomer-land", name: "Newcomer Land" };
    const { errors } = await mutate(`addActor(input: $ActorInput, reason: "A test")`, { ActorInput: input });
    expect(errors).toEqual([]);
    expect((await ask(LATER)).data).toEqual({ statements: { totalCount: 0 } });
    expect((await ask(LATER, {}, revision)).data).toEqual({ statements: { totalCount: 0 } });
    const never = await ask(LATER.replace("newcomer-land", "newcomer-sea"), {}, revision);
    expect(never.errors?.[0]?.extensions["code"]).toBe("BAD_USER_INPUT");
  });

  it.each([
    ["node", (id: string) => `node(id: "${id}") { id }`],
    ["nodes", (id: string) => `nodes(ids: ["${id}"]) { id }`],
    ["actor", (id: string) => `actor(id: "${id}") { id }`],
  ])("a warning of %s says that nothing of an id is known there, which may be of what came later", async (_, field) => {
    const { data } = await ask<{ dataset: { revision: number } }>(`{ dataset { revision } }`);
    const { revision } = data.dataset;
    const slug = `later-land-${revision}`;
    const input = { type: "STATE", slug, name: "Later Land" };
    const { node } = await mutate(`addActor(input: $ActorInput, reason: "A test")`, { ActorInput: input });
    const query = `{ ${field(node!.id)} }`;
    expect(await warnings(query)).toBeUndefined();
    const [warning] = (await warnings(query, { revision })) ?? [];
    expect(warning?.message).toContain(`; nothing of that id is known at revision ${revision}`);
    const [unread] = (await warnings(`{ ${field("nothing-land")} }`, { revision })) ?? [];
    expect(unread?.message).not.toContain("is known at");
    const bySlug = await warnings(`{ actor(slug: "${slug}") { name } }`, { revision });
    expect(bySlug?.[0]?.message).toContain(`; it was entered after revision ${revision}`);
  });
});
