import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { ask } from "../../ask.ts";
import { loadDataset } from "../../load-dataset.ts";
import { mutate } from "../../mutation/send.ts";

beforeAll(loadDataset);
afterEach(() => {
  vi.restoreAllMocks();
});

/**
 * Every argument that takes a text, but for those of search and resolve (test/schema), which have no nearest match, and for
 * languages, which have a form, and for references (below).
 */
const EVERYWHERE = `query ($t: String!, $id: ID!) {
  actorBySlug: actor(slug: $t) { name } actorByName: actor(name: $t) { name } actorById: actor(id: $id) { name }
  allianceBySlug: alliance(slug: $t) { name } allianceByName: alliance(name: $t) { name } allianceById: alliance(id: $id) { name }
  articleBySlug: article(slug: $t) { title } articleById: article(id: $id) { title }
  statement(id: $id) { text } node(id: $id) { id } nodes(ids: [$id]) { id }
  names: actors(filter: { name: [$t] }) { totalCount } prefixes: actors(filter: { namePrefix: $t }) { totalCount }
  allianceNames: alliances(filter: { name: [$t] }) { totalCount } places: events(filter: { place: [$t] }) { totalCount }
  authors: revisions(author: $t) { totalCount }
}`;

/** Arguments that refer to an actor; test/schema/reference.worker.test.ts has them all. */
const REFERENCES = [
  "actors(filter: { country: [$id] }) { totalCount }",
  "alliances(filter: { member: [$id] }) { totalCount }",
  "articles(filter: { mentions: [$id] }) { totalCount }",
  "events(filter: { participant: [$id] }) { totalCount }",
  "statements(filter: { speakerCountry: [$id] }) { totalCount }",
  `stances(from: $id, toward: "china") { __typename }`,
  `paths(from: $id, to: "australia") { __typename }`,
];

const texts: Record<string, string> = {
  "a quote": "'",
  "a double quote": '"',
  "a condition that is always true": "japan' OR '1'='1",
  "a condition in double quotes": 'japan" OR ""="',
  "a second statement": "japan'; DROP TABLE actors; --",
  "a union": "japan' UNION SELECT name FROM actors --",
  "a comment": "japan'/*",
  "a parameter": "?1",
  "a parameter with a name": ":name",
  "a percent sign": "%",
  "a beginning and a percent sign": "j%",
  "a beginning and a percent sign, of a name": "J%",
  underscores: "_____",
  "a name with an underscore in it": "Jap_n",
  "a slug with an underscore in it": "jap_n",
  "a backslash": "\\",
  "an escaped percent sign": "J\\%",
  "a pattern of GLOB": "[Jj]apan",
  "any characters": "*",
  "an operator of full text": "Japan OR NATO",
  "a column of full text": "name:Japan",
  "near of full text": "NEAR(Japan NATO)",
  "an end by NUL": "japan\0",
  "an end by NUL, of a name": "Japan\0",
  "a NUL first": "\0Japan",
  "a lone high surrogate": "japan\ud800",
  "a lone low surrogate": "\udc00japan",
  "a look-alike of another script": "Јараn",
  "a number beyond 2^53": "9007199254740993",
  "an id by number": "1",
  "a path": "../japan",
  "a line break": "japan\n",
  "a space": " japan",
  markup: "<b>Japan</b>",
  "ten thousand letters": "j".repeat(10_000),
};

it.each(Object.entries(texts))(
  "%s is a text like any other: it finds nothing, and nothing goes wrong",
  async (_, text) => {
    const { data, errors } = await ask(EVERYWHERE, { t: text, id: text });
    expect(errors).toBeUndefined();
    const found = Object.entries(data).filter(([, value]) => {
      const [first] = [value].flat() as ({ totalCount?: number } | null)[];
      return first != null && first.totalCount !== 0;
    });
    expect(found).toEqual([]);
  },
);

it.each(Object.entries(texts))("%s is no reference, and is told so in few words", async (_, text) => {
  const answers = await Promise.all(
    REFERENCES.map(async (field) => ask(`query ($id: ID!) { ${field} }`, { id: text })),
  );
  for (const { errors } of answers) {
    expect(errors?.map(({ extensions }) => extensions["code"])).toEqual(["BAD_USER_INPUT"]);
    expect(errors?.[0]?.message).toContain(" names no actor");
    expect(errors?.[0]?.message.length).toBeLessThan(400);
  }
});

it.each(Object.entries(texts).filter(([, text]) => text !== "*"))(
  "%s is no language range, and is told so in few words",
  async (_, text) => {
    const query = `query ($t: String!) { articles(filter: { language: [$t] }) { totalCount } statements(filter: { language: [$t] }) { totalCount } }`;
    const { errors, statements } = await ask(query, { t: text });
    expect(statements).toEqual([]);
    expect(errors?.map(({ extensions }) => extensions["code"])).toEqual(["BAD_USER_INPUT"]);
    expect(errors?.[0]?.message.length).toBeLessThan(400);
  },
);

it("the same question finds what is there", async () => {
  const { data } = await ask<Record<string, { totalCount: number } | null>>(EVERYWHERE, { t: "Japan", id: "japan" });
  expect(data["actorByName"]).toEqual({ name: "Japan" });
  for (const name of ["names", "prefixes"]) expect(data[name]?.totalCount).toBeGreaterThan(0);
  for (const field of REFERENCES.slice(0, 5)) {
    const { data: found } = await ask<Record<string, { totalCount: number }>>(`query ($id: ID!) { ${field} }`, {
      id: "japan",
    });
    expect(Object.values(found)[0]?.totalCount).toBeGreaterThan(0);
  }
});

describe("an article is stored as it was given, and read so", () => {
  it.each([
    ["SQL in its title", { title: "Robert'); DROP TABLE articles; --" }],
    ["patterns in its title", { title: "100% _ \\ * ?1 :a" }],
    ["markup in its title", { title: `<script>alert("1")</script> & <!--` }],
    ["an address of this machine", { url: "http://127.0.0.1:8787/graphql" }],
    ["the address of a cloud's metadata", { url: "http://169.254.169.254/latest/meta-data/" }],
    ["an address with markup", { url: "https://example.org/?q=%3Cscript%3E" }],
  ])("with %s, which nobody asks", async (name, given) => {
    const asked = vi.spyOn(globalThis, "fetch").mockRejectedValue(new Error("no page is to be asked for"));
    const slug = name.toLowerCase().replaceAll(/[^a-z]+/g, "-");
    const input = { slug, title: "A title", language: "en", url: null, ...given };
    const { errors } = await mutate(`addArticle(input: $ArticleInput, reason: "A test")`, { ArticleInput: input });
    expect(errors).toEqual([]);
    const { data: read } = await ask(`query ($slug: String) { article(slug: $slug) { title url } }`, { slug });
    expect(read).toEqual({ article: { title: input.title, url: input.url } });
    expect(asked).not.toHaveBeenCalled();
  });
});
