import { env } from "cloudflare:workers";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { textIndexes } from "../../drizzle/search/index-name.ts";
import { ask } from "../ask.ts";
import { loadDataset } from "../load-dataset.ts";
import { run } from "../revise.ts";

interface Found {
  search: {
    totalCount: number;
    edges: {
      cursor: string;
      score: number;
      snippet: { text: string; ranges: { start: number; length: number }[] };
      node: { kind: string; slug?: string; id: string };
    }[];
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  };
}

const QUESTION = `query ($query: String!, $types: [SearchType!], $first: Int, $after: String, $last: Int, $before: String) {
  search(query: $query, types: $types, first: $first, after: $after, last: $last, before: $before) {
    totalCount
    edges { cursor score snippet { text ranges { start length } } node { kind: __typename
      ... on Actor { id slug } ... on Alliance { id slug } ... on Article { id slug } ... on Statement { id } } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

async function search(query: string, more: object = {}) {
  const { data, errors, statements } = await ask<Found>(QUESTION, { query, ...more });
  expect(errors).toBeUndefined();
  // Only where a page is beyond the last are they counted by themselves.
  expect(statements.length).toBeLessThanOrEqual(data.search.edges.length > 0 ? 1 : 2);
  return { ...data.search, statements };
}

async function slugs(query: string, more: object = {}) {
  return (await search(query, more)).edges.map(({ node }) => node.slug);
}

beforeAll(loadDataset);

describe("search", () => {
  it("finds an actor by its name, the name before the texts that speak of it", async () => {
    expect((await slugs("Japan", { types: ["ACTOR"] }))[0]).toBe("japan");
  });

  it("leads from an alias to its actor or alliance", async () => {
    expect(await slugs("Shqipëria")).toEqual(["albania"]);
    expect(await slugs("QSD")).toEqual(["quad"]);
    expect(await slugs("日本国")).toEqual(["japan"]);
  });

  it("counts neither case nor accents", async () => {
    expect(await slugs("TURKIYE", { types: ["ACTOR"] })).toEqual(["turkiye"]);
    expect(await slugs("turkiye\u0301", { types: ["ACTOR"] })).toEqual(["turkiye"]);
  });

  it("takes the last word as a beginning, and the others whole", async () => {
    expect(await slugs("Fumio Kish", { types: ["ACTOR"] })).toEqual(["fumio-kishida"]);
    expect(await slugs("Fum Kishida", { types: ["ACTOR"] })).toEqual([]);
  });

  it("puts what has a short last word whole before what only begins so", async () => {
    expect((await slugs("UK"))[0]).toBe("united-kingdom");
    expect((await slugs("EU"))[0]).toBe("european-union");
    expect((await slugs("RI", { types: ["ACTOR"] }))[0]).toBe("indonesia");
  });

  it("finds only what has all the words", async () => {
    expect((await search("Kishida zyzzyva")).totalCount).toBe(0);
  });

  it("finds only the types asked for", async () => {
    for (const [type, names] of Object.entries({
      ACTOR: ["State", "Person", "Organization"],
      ALLIANCE: ["Alliance"],
      ARTICLE: ["Article"],
      STATEMENT: ["Statement"],
    })) {
      const { edges, totalCount } = await search("NATO", { types: [type], first: 100 });
      expect(totalCount).toBe(edges.length);
      expect(totalCount).toBeGreaterThan(0);
      for (const { node } of edges) expect(names).toContain(node.kind);
    }
    expect((await search("NATO", { types: [] })).totalCount).toBe(0);
  });

  it("finds no other types where one is given as often as there are types", async () => {
    const { edges, totalCount } = await search("NATO", { types: Array.from({ length: 4 }, () => "ACTOR"), first: 100 });
    expect(totalCount).toBe((await search("NATO", { types: ["ACTOR"] })).totalCount);
    for (const { node } of edges) expect(["State", "Person", "Organization"]).toContain(node.kind);
  });

  it("gives scores from 1 down, and marks the words in the snippet", async () => {
    const { edges } = await search("reciprocal access");
    const scores = edges.map(({ score }) => score);
    expect(scores[0]).toBe(1);
    expect(scores).toEqual(scores.toSorted((one, other) => other - one));
    for (const { snippet } of edges) {
      const words = snippet.ranges.map(({ start, length }) => [...snippet.text].slice(start, start + length).join(""));
      expect(words.length).toBeGreaterThan(0);
      for (const word of words) expect(word).toMatch(/^(reciprocal|access)/i);
    }
  });

  it("pages from both ends without a gap", async () => {
    const all = (await search("NATO", { first: 100 })).edges.map(({ node }) => node.id);
    const onward: string[] = [];
    for (let after: string | null = null; ;) {
      const page: Found["search"] = await search("NATO", { first: 7, after });
      expect(page.totalCount).toBe(all.length);
      expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
      onward.push(...page.edges.map(({ node }) => node.id));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(onward).toEqual(all);
    const back: string[] = [];
    for (let before: string | null = null; ;) {
      const page: Found["search"] = await search("NATO", { last: 7, before });
      back.unshift(...page.edges.map(({ node }) => node.id));
      if (!page.pageInfo.hasPreviousPage) break;
      before = page.pageInfo.startCursor;
    }
    expect(back).toEqual(all);
  });

  it("counts the whole list beyond its last page, and without reading a node", async () => {
    const { edges, totalCount } = await search("NATO", { first: 100 });
    const beyond = await search("NATO", { after: edges.at(-1)?.cursor });
    expect(beyond).toMatchObject({ edges: [], totalCount });
    expect((await ask(`{ search(query: "NATO") { totalCount } }`)).statements).toHaveLength(1);
  });

  it("refuses a cursor of another query, a page too large and a query too long, before SQL", async () => {
    const after = (await search("NATO")).edges[0]?.cursor;
    for (const [variables, message] of [
      [{ query: "Japan", after }, "cursor is damaged or comes from another field"],
      [{ query: "NATO", types: ["ACTOR"], after }, "cursor is damaged or comes from another field"],
      [{ query: "NATO", first: 101 }, `Argument "first" of Query.search is 101`],
      [{ query: "a".repeat(201) }, `Argument "query" of Query.search is too long: give at most 200 characters`],
      [{ query: "(".repeat(2000) }, `Argument "query" of Query.search is too long`],
    ] as const) {
      const { errors, statements } = await ask(QUESTION, variables);
      expect(errors?.[0]?.extensions["code"]).toBe("BAD_USER_INPUT");
      expect(errors?.[0]?.message).toContain(message);
      expect(statements).toEqual([]);
    }
    expect((await ask(QUESTION, { query: "😀".repeat(200) })).errors).toBeUndefined();
  });

  it.each([
    "",
    " ",
    "\0",
    '"',
    '""',
    "*",
    "-",
    "()",
    "((((",
    "' OR 1=1 --",
    "🙂",
    "\ud800",
    "\udc00\ud800",
    "…",
    "--",
    "^",
    ":",
    "{}",
    "+",
  ])("answers the query %j, which has no word or none that is there, with nothing", async (query) => {
    const { edges, totalCount, pageInfo } = await search(query);
    expect({ edges, totalCount }).toEqual({ edges: [], totalCount: 0 });
    expect(pageInfo).toEqual({ hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null });
  });

  it.each([
    ["AND", "kw"],
    ["OR", "kw"],
    ["NOT", "kw"],
    ["NEAR(", "kw"],
    ["NEAR(and or, 2)", null],
    ["title:x", "signs"],
    ["text:x", null],
    ["-x", "signs"],
    ["a-b", "signs"],
    ["c++", "signs"],
    ['say "hi"', "signs"],
    ["don't", "signs"],
    ["x*", "signs"],
    ["nul\0byte", "signs"],
    ["50%", "signs"],
    ["under_score", "signs"],
    ["back\\slash", "signs"],
    ["lone\ud800surrogate", "signs"],
    ["(c++)", "signs"],
    ["^say", "signs"],
    ["{text}: c", null],
    ["a + b", "signs"],
  ])("takes %j for words, never for operators", async (query, slug) => {
    await run(`INSERT OR IGNORE INTO articles (id, slug, title, published_earliest, published_latest, language, summary) VALUES
      (9001, 'kw', 'and or not near', '0001-01-01', '9999-12-31', 'en', NULL),
      (9002, 'signs', 'Signs', '0001-01-01', '9999-12-31', 'en', 'title:x a-b c++ say "hi" don''t nul byte 50% under_score back\\slash lone surrogate')`);
    const found = await slugs(query, { types: ["ARTICLE"], first: 100 });
    expect(found.filter((one) => one === "kw" || one === "signs")).toEqual(slug === null ? [] : [slug]);
  });
});

describe("whatever is typed", () => {
  it("is searched for and resolved without an error, in two statements each at most", async () => {
    const question = `query ($text: String!) { search(query: $text) { nodes { __typename } } resolve(name: $text) { score } }`;
    const typed = fc.oneof(
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.string({
        unit: fc.constantFrom(
          '"',
          "*",
          "(",
          ")",
          ":",
          "-",
          "+",
          "^",
          "{",
          "}",
          "\0",
          " ",
          "a",
          "AND",
          "NEAR",
          "'",
          ",",
          "日",
          "\ufffd",
        ),
        maxLength: 60,
      }),
    );
    await fc.assert(
      fc.asyncProperty(typed, async (text) => {
        const { errors, statements } = await ask(question, { text });
        expect(errors).toBeUndefined();
        expect(statements.length).toBeLessThanOrEqual(3);
      }),
      { numRuns: 300 },
    );
  });
});

describe("the full-text index", () => {
  const actor = (id: number) =>
    `INSERT INTO actors (id, slug, type, name, description) VALUES (${id}, 'freedonia', 'STATE', 'Freedonia', 'Land of the brave and free')`;

  it("follows an actor and its aliases as they come, change and go", async () => {
    await run(actor(8001));
    expect(await slugs("freedonia")).toEqual(["freedonia"]);
    await run("INSERT INTO aliases (id, actor_id, name, sort) VALUES (8001, 8001, 'Sylvania', 'VARIANT')");
    expect(await slugs("sylvania")).toEqual(["freedonia"]);
    await run("UPDATE aliases SET name = 'Klopstokia' WHERE id = 8001");
    expect(await slugs("sylvania")).toEqual([]);
    expect(await slugs("klopstokia")).toEqual(["freedonia"]);
    await run("UPDATE actors SET name = 'Grand Fenwick', description = NULL WHERE id = 8001");
    expect(await slugs("freedonia")).toEqual([]);
    expect(await slugs("brave and free")).toEqual([]);
    expect(await slugs("grand fenwick")).toEqual(["freedonia"]);
    expect(await slugs("klopstokia")).toEqual(["freedonia"]);
    await run("DELETE FROM aliases WHERE id = 8001");
    expect(await slugs("klopstokia")).toEqual([]);
    await run("DELETE FROM actors WHERE id = 8001");
    expect(await slugs("grand fenwick")).toEqual([]);
    const left = await env.DB.prepare(
      "SELECT (SELECT count(*) FROM name_terms WHERE name_terms MATCH 'fenwick OR klopstokia OR sylvania OR freedonia') + (SELECT count(*) FROM name_triples WHERE name_triples MATCH 'fenwick OR klopstokia OR sylvania OR freedonia') AS count",
    ).first("count");
    expect(left).toBe(0);
  });

  it("moves an alias from one owner to another", async () => {
    const ids = await env.DB.prepare(
      "SELECT (SELECT id FROM actors WHERE slug = 'japan') AS japan, (SELECT id FROM alliances WHERE slug = 'quad') AS quad",
    ).first<{ japan: number; quad: number }>();
    await run(`INSERT INTO aliases (id, actor_id, name, sort) VALUES (8002, ${ids?.japan}, 'Ruritania', 'VARIANT')`);
    expect(await slugs("ruritania")).toEqual(["japan"]);
    await run(`UPDATE aliases SET actor_id = NULL, alliance_id = ${ids?.quad} WHERE id = 8002`);
    expect(await slugs("ruritania")).toEqual(["quad"]);
    await run("DELETE FROM aliases WHERE id = 8002");
    expect(await slugs("ruritania")).toEqual([]);
  });

  it("follows alliances, articles and statements", async () => {
    await run("INSERT INTO alliances (id, slug, name, kind) VALUES (8003, 'triple', 'Triple Entente', 'NEUTRALITY')");
    expect(await slugs("triple entente")).toEqual(["triple"]);
    await run("UPDATE alliances SET acronym = 'TRENT' WHERE id = 8003");
    expect(await slugs("trent")).toEqual(["triple"]);
    await run("DELETE FROM alliances WHERE id = 8003");
    expect(await slugs("trent")).toEqual([]);
    await run(
      "INSERT INTO articles (id, slug, title, published_earliest, published_latest, language) VALUES (8004, 'scoop', 'Boot of the Beast', '0001-01-01', '9999-12-31', 'en')",
    );
    await run("UPDATE articles SET summary = 'Ishmaelia is calm' WHERE id = 8004");
    expect(await slugs("ishmaelia")).toEqual(["scoop"]);
    await run(
      "INSERT INTO statements (id, key, form, text, language, speaker_id, said_earliest, said_latest, article_id) SELECT 8005, 'k', 'QUOTE', 'Up to a point, Lord Copper', 'en', id, '0001-01-01', '9999-12-31', 8004 FROM actors WHERE slug = 'japan'",
    );
    expect((await search("lord copper")).edges.map(({ node }) => node.kind)).toEqual(["Statement"]);
    await run("UPDATE statements SET text = 'Definitely' WHERE id = 8005");
    expect((await search("lord copper")).totalCount).toBe(0);
    await run("DELETE FROM statements WHERE id = 8005");
    await run("DELETE FROM articles WHERE id = 8004");
    expect((await search("ishmaelia")).totalCount).toBe(0);
  });

  it("is whole after all of that, as FTS5 checks it", async () => {
    const checks = textIndexes.map((index) =>
      env.DB.prepare(`INSERT INTO ${index} (${index}) VALUES ('integrity-check')`).run(),
    );
    const outcomes = await Promise.all(checks);
    expect(outcomes.map(({ success }) => success)).toEqual([true, true, true, true]);
  });
});
