import { env } from "cloudflare:workers";
import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { applyChangeset } from "../../src/changes/apply.ts";
import { searchTerms } from "../../src/domain/text/search/search-term.ts";
import { findTerm } from "../../src/domain/text/search/term-match.ts";
import { wordsOf } from "../../src/domain/text/fold/words.ts";
import { ask } from "../ask.ts";
import { type RandomEntry, randomEntry, randomQuery } from "./random-entry.ts";

const SEED = 20261130;
const entries: RandomEntry[] = fc.sample(randomEntry, { numRuns: 90, seed: SEED });
const isActor = (index: number) => index % 3 > 0;

interface Answer {
  search: {
    totalCount: number;
    edges: { snippet: { text: string; ranges: { start: number; length: number }[] }; node: { slug: string } }[];
  };
}

const QUESTION = `query ($query: String!) {
  search(query: $query, first: 100) {
    totalCount
    edges { snippet { text ranges { start length } } node { ... on Actor { slug } ... on Article { slug } } }
  }
}`;

/** The texts of an entry, each a list of those that belong together. */
function columnsOf({ name, aliases, text }: RandomEntry, index: number): string[][] {
  return [[name], isActor(index) ? aliases : [], text === null ? [] : [text]];
}

/** The entries that have all terms, each in one of their texts: without an index. */
function found(query: string): string[] {
  const terms = searchTerms(query);
  if (terms.length === 0) return [];
  return entries.flatMap((entry, index) => {
    const columns = columnsOf(entry, index).map((texts) => texts.flatMap((text) => wordsOf(text)));
    const hasAll = terms.every((term) => columns.some((words) => findTerm(words, term).length > 0));
    return hasAll ? [`e-${index}`] : [];
  });
}

beforeAll(async () => {
  const rows = entries.map((entry, index) => ({ ...entry, index, slug: `e-${index}` }));
  const json = {
    actors: rows
      .filter(({ index }) => isActor(index))
      .map(({ slug, name, aliases, text }) => ({
        slug,
        type: "PERSON",
        name,
        aliases: aliases.map((alias) => ({ name: alias, sort: "VARIANT" })),
        ...(text !== null && { description: text }),
      })),
    articles: rows
      .filter(({ index }) => !isActor(index))
      .map(({ slug, name, text }) => ({ slug, title: name, language: "en", ...(text !== null && { summary: text }) })),
  };
  const options = { author: "test", reason: "Random texts", now: "2026-11-24T00:00:00.000Z" };
  const outcome = await applyChangeset(env.DB, [{ file: "", json }], options);
  if (outcome.outcome === "refused") throw new Error(JSON.stringify(outcome.faults));
});

it("search finds what has all that was typed by the one rule for words, no more, and marks it", async () => {
  let hits = 0;
  await fc.assert(
    fc.asyncProperty(randomQuery(entries), async (query) => {
      const { data, errors } = await ask<Answer>(QUESTION, { query });
      expect(errors).toBeUndefined();
      const { totalCount, edges } = data.search;
      const expected = found(query);
      expect(edges.map(({ node }) => node.slug).toSorted()).toEqual(expected.toSorted());
      expect(totalCount).toBe(expected.length);
      for (const { snippet, node } of edges) {
        expect(snippet.ranges.length).toBeGreaterThan(0);
        const index = Number(node.slug.slice(2));
        const shown = snippet.text.replace(/^…/, "").replace(/…$/, "");
        const texts = columnsOf(entries[index]!, index).map((column) => column.join(" · "));
        expect(texts.some((text) => text.includes(shown))).toBe(true);
      }
      hits += edges.length;
    }),
    { numRuns: 250 },
  );
  expect(hits).toBeGreaterThan(100);
});
