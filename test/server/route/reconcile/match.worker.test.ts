import { beforeAll, describe, expect, it } from "vitest";
import { ask } from "../../../ask.ts";
import { loadDataset } from "../../../load-dataset.ts";
import { run } from "../../../revise.ts";
import { answerTo, type Candidate, candidatesOf, get, idOf, matches, post } from "./client.ts";

const idOfRow = (type: string, row: number) => btoa(`1:${type}:${row}`).replaceAll("=", "");

beforeAll(async () => {
  await loadDataset();
  await run(
    "INSERT INTO redirects (id, actor_id, slug, former) SELECT 9001, id, 'dai-nippon', 8001 FROM actors WHERE slug = 'japan'",
    "INSERT INTO actors (id, slug, type, name) VALUES (8101, 'ada-example', 'PERSON', 'Ada Example'), (8102, 'ada-example-2', 'PERSON', 'Ada Example')",
    "UPDATE actors SET country_id = (SELECT id FROM actors WHERE slug = 'japan') WHERE id = 8101",
    "UPDATE actors SET country_id = (SELECT id FROM actors WHERE slug = 'france') WHERE id = 8102",
    "INSERT INTO identifiers (id, actor_id, scheme, value) SELECT 9101, id, 'cow', '740' FROM actors WHERE slug = 'japan'",
  );
});

/** Each as its name, its score, and a tick where it is a match. */
const told = (candidates: readonly Candidate[]) =>
  candidates.map(({ name, score, match }) => `${name} ${score}${match ? " ✓" : ""}`);

async function toldOf(query: unknown): Promise<string[]> {
  return told(await candidatesOf(query));
}

describe("a batch", () => {
  it("is ten cells as OpenRefine sends them, in a few statements, in the order of its keys", async () => {
    const cells = ["Japan", "PM Kishida", "Atlantis", "turkiye", "中国", "NATO", "日本", "Global Times", "UK", ""];
    const queries = Object.fromEntries(
      cells.map((query, at) => [`q${at}`, { query, type: "", type_strict: "should", limit: 3, properties: [] }]),
    );
    const { statements } = await post("queries", queries);
    expect(statements).toHaveLength(10);
    const found = Object.values(await matches(queries)).map((candidates) => told(candidates)[0]);
    expect(found).toEqual([
      "Japan 100 ✓",
      "Fumio Kishida 95",
      undefined,
      "Türkiye 100 ✓",
      "China 100 ✓",
      "NATO 100",
      "Japan 100 ✓",
      "Global Times 100 ✓",
      "United Kingdom 100 ✓",
      undefined,
    ]);
  });

  it("goes on where one of its queries cannot be read", async () => {
    const bad = [
      null,
      [],
      "Japan",
      7,
      {},
      { query: null },
      { query: 2022 },
      { query: ["Japan"] },
      { query: "x".repeat(201) },
    ];
    const worse = [
      { query: '"*\0' },
      { query: "\ud800" },
      { query: "Japan", type: 7 },
      { query: {}, properties: [null] },
    ];
    const queries = Object.fromEntries([...bad, ...worse].map((query, at) => [`bad${at}`, query]));
    const { good, __proto__x, ...others } = await matches({
      good: { query: "Japan", limit: -1 },
      ...queries,
      __proto__x: { query: "Japan", properties: 7 },
    });
    expect([good, __proto__x].map((candidates) => told(candidates!))).toEqual([["Japan 100 ✓"], ["Japan 100 ✓"]]);
    expect(Object.values(others).flat()).toEqual([]);
  });

  it("may be empty, may come in the address, and may be one name, as clients of 0.1 send it", async () => {
    expect(await matches({})).toEqual({});
    const search = new URLSearchParams({ queries: '{"a":{"query":"中国"}}' });
    const answer = await answerTo("matches", get(`/?${search.toString()}`));
    expect(answer).toMatchObject({ a: { result: [{ name: "China", match: true }] } });
    for (const query of [
      "NATO&type=Alliance&limit=1",
      encodeURIComponent('{"query":"NATO","type":"Alliance","limit":1}'),
    ]) {
      const { result } = await answerTo<{ result: Candidate[] }>("matches of one query", get(`?query=${query}`));
      expect(told(result)).toEqual(["North Atlantic Treaty Organization 100 ✓"]);
    }
  });
});

describe("a match", () => {
  it("is left to a person where two bear the name, and is sure once the type tells them apart", async () => {
    expect(await toldOf({ query: "NATO", limit: 2 })).toEqual(["NATO 100", "North Atlantic Treaty Organization 100"]);
    expect(await toldOf({ query: "NATO", type: ["Alliance"] })).toEqual(["North Atlantic Treaty Organization 100 ✓"]);
  });

  it.each<[unknown, unknown, string[]]>([
    ["State", "any", ["Japan 100 ✓"]],
    ["STATE", undefined, ["Japan 100 ✓"]],
    [[{ id: "Person" }, { id: "Actor", name: "Actor" }], "should", ["Japan 100 ✓"]],
    [["State", "Actor"], "all", ["Japan 100 ✓"]],
    [["State", "Person"], "all", []],
    ["City", "any", []],
    ["Person", "any", []],
    [[{ id: 5 }, 7], "any", []],
    ["", "any", ["Japan 100 ✓"]],
    [[], "any", ["Japan 100 ✓"]],
  ])("is of the types asked for: %j, %j", async (type, strictness, found) => {
    const candidates = await toldOf({ query: "Japan", type, type_strict: strictness });
    expect(candidates).toEqual(found);
  });

  it("has so many candidates as are asked for, in a number or a text", async () => {
    for (const limit of [1, "1", " 1 ", 1.9]) expect(await toldOf({ query: "Ada Example", limit })).toHaveLength(1);
    expect(await toldOf({ query: "Ada Example", limit: "x" })).toHaveLength(2);
  });
});

describe("a key in the place of a name", () => {
  it("finds whose it is: an id, a slug, a code, an identifier", async () => {
    const japan = await idOf("Japan");
    for (const query of [japan, "japan", "JP", "JPN", "Q17", " JP "]) {
      expect(await toldOf({ query })).toEqual(["Japan 100 ✓"]);
    }
    expect(await toldOf({ query: "GBR", type: "State" })).toEqual(["United Kingdom 100 ✓"]);
    expect(await toldOf({ query: "GBR", type: "Person" })).toEqual([]);
  });

  it("finds the heir of what was merged", async () => {
    expect(await candidatesOf({ query: idOfRow("State", 8001) })).toMatchObject([
      { id: await idOf("Japan"), match: true },
    ]);
    expect(await toldOf({ query: "dai-nippon" })).toEqual(["Japan 100 ✓"]);
  });

  it("is likely and no more in another case, in an address, or as a number, which any register may have", async () => {
    for (const query of ["jp", "q17", "http://www.wikidata.org/entity/Q17", "740"]) {
      expect(await toldOf({ query })).toEqual(["Japan 95"]);
    }
  });

  it("is the organization's own where the organization may be meant, and the alliance's where it alone is", async () => {
    expect((await toldOf({ query: "Q7184" }))[0]).toBe("NATO 100 ✓");
    expect(await toldOf({ query: "Q7184", type: "Alliance" })).toEqual(["North Atlantic Treaty Organization 100 ✓"]);
  });
});

describe("a property", () => {
  const withProperty = (query: unknown, pid: string, v: unknown) => ({ query, properties: [{ pid, v }] });

  it("that contradicts the name leaves no match", async () => {
    expect(await toldOf(withProperty("Japan", "isoAlpha2", "AU"))).toEqual(["Australia 95", "Japan 50"]);
    expect(await toldOf(withProperty("Japan", "isoAlpha2", "XX"))).toEqual(["Japan 50"]);
    expect(await toldOf(withProperty("Kishida", "country", "Australia"))).toEqual(["Fumio Kishida 50"]);
    expect(await toldOf(withProperty("Japan", "members", "Australia"))).toEqual(["Japan 50"]);
  });

  it("that agrees raises, and tells namesakes apart", async () => {
    expect(await toldOf(withProperty("PM Kishida", "country", "Japan"))).toEqual(["Fumio Kishida 97.5"]);
    expect(await toldOf({ query: "Ada Example" })).toEqual(["Ada Example 100", "Ada Example 100"]);
    const found = await candidatesOf(withProperty("Ada Example", "Country", "FR"));
    expect(found).toMatchObject([
      { id: idOfRow("Person", 8102), score: 100, match: true },
      { id: idOfRow("Person", 8101), score: 50, match: false },
    ]);
    expect(await toldOf({ ...withProperty("NATO", "kind", "collective defence"), limit: 1 })).toEqual([
      "North Atlantic Treaty Organization 100 ✓",
    ]);
  });

  it.each<[string, unknown]>([
    ["isoAlpha2", "JP"],
    ["ISO alpha-2", "jp"],
    ["isoAlpha3", ["JPN"]],
    ["wikidata", "Q17"],
    ["wikidata", { id: "Q17", name: "Japan" }],
    ["wikidata", "https://www.wikidata.org/wiki/Q17"],
    ["cow", 740],
    ["slug", "dai-nippon"],
  ])("identifies, with a name in no language that we have, and without one: %s %j", async (pid, v) => {
    expect(await toldOf(withProperty("Giappone", pid, v))).toEqual(["Japan 95 ✓"]);
    expect(await toldOf(withProperty(undefined, pid, v))).toEqual(["Japan 100 ✓"]);
    expect(await toldOf({ ...withProperty(null, pid, v), type: "Person" })).toEqual([]);
  });

  it("is compared on every day, by all names, by ids and those of heirs, any of its values", async () => {
    const japan = { id: idOfRow("State", 8001), name: "Nippon" };
    const agreeing = [
      withProperty("PM Kishida", "country", [null, "", "France", japan]),
      withProperty("PM Kishida", "country", "the Japan"),
      withProperty("PM Kishida", "offices", "prime minister"),
    ];
    for (const query of agreeing) expect(await toldOf(query)).toEqual(["Fumio Kishida 97.5"]);
    const alliances = (v: unknown) => toldOf({ ...withProperty("Japan", "alliances", v), limit: 1 });
    expect(await alliances("The Quad")).toEqual(["Japan 100 ✓"]);
    expect(await alliances("NATO")).toEqual(["Japan 50"]);
  });

  it("that is unknown, empty, or of which we know nothing decides nothing", async () => {
    const queries = [
      withProperty("Japan", "mayor", "x"),
      withProperty("Japan", "isoAlpha2", []),
      withProperty("Japan", "country", "France"),
      withProperty("Japan", "aliases", "Zipangu"),
      { query: "Japan", properties: [{ v: "AU" }, 7] },
    ];
    for (const query of queries) expect(await toldOf(query)).toEqual(["Japan 100 ✓"]);
    expect(await toldOf(withProperty(undefined, "country", "Japan"))).toEqual([]);
  });

  it("takes a few statements for a whole batch, not one for each that is found", async () => {
    const names = ["Japan", "France", "Kishida", "NATO", "Germany"];
    const { statements } = await post(
      "queries",
      Object.fromEntries(names.map((name) => [name, { ...withProperty(name, "alliances", "Quad"), limit: 100 }])),
    );
    // Five names, the keys, the registers, and the values of four types.
    expect(statements.length).toBeLessThanOrEqual(11);
  });
});

it("has ids that the API has too", async () => {
  const { data } = await ask(`query ($id: ID!) { node(id: $id) { ... on State { slug } } }`, {
    id: await idOf("Japan"),
  });
  expect(data).toEqual({ node: { slug: "japan" } });
});
