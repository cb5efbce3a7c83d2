import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it } from "vitest";
import { applyChangeset } from "../../src/changes/apply.ts";
import { ask } from "../ask.ts";
import rows from "./search-table.json";
import { keyOfStatement, nameOfCitation, originalsOf, world } from "./search-world.ts";

/** A search, and all that it finds: slugs, keys of statements, beginnings of quotations. */
interface Row {
  script: string;
  query: string;
  types?: string[];
  found: string[];
  /** What has to come first. */
  first?: string;
  why: string;
}

interface Hit {
  snippet: { text: string; ranges: { start: number; length: number }[] };
  node: { slug?: string; text?: string; exact?: string };
}

interface Answer {
  search: { totalCount: number; edges: Hit[] };
}

const QUESTION = `query ($query: String!, $types: [SearchType!]) {
  search(query: $query, types: $types, first: 100) {
    totalCount
    edges { snippet { text ranges { start length } } node {
      ... on Actor { slug } ... on Alliance { slug } ... on Article { slug } ... on Statement { text } ... on Citation { exact } } }
  }
}`;

const table: Row[] = rows;

async function search({ query, types }: Row) {
  const { data, errors } = await ask<Answer>(QUESTION, { query, ...(types && { types }) });
  expect(errors).toBeUndefined();
  return data.search;
}

function nameOf({ node: { slug, text, exact } }: Hit): string {
  return slug ?? (text === undefined ? nameOfCitation(exact ?? "") : keyOfStatement(text));
}

/** What is wrong with the snippet of a hit; null where nothing is. */
function snippetFault(hit: Hit): string | null {
  const { text, ranges } = hit.snippet;
  const stretch = text.replace(/^…/, "").replace(/…$/, "");
  if (!originalsOf(nameOf(hit)).some((original) => original.includes(stretch))) return "is no part of a text of it";
  if (ranges.length === 0) return "marks nothing";
  const characters = [...text].length;
  let end = 0;
  for (const { start, length } of ranges) {
    if (start < end || length < 1 || start + length > characters) return "marks what is not in it, or out of order";
    end = start + length;
  }
  return null;
}

beforeAll(async () => {
  const outcome = await applyChangeset(env.DB, [{ file: "search-world.json", json: world }], {
    author: "test",
    reason: "Texts in many scripts",
    now: "2026-11-24T00:00:00.000Z",
  });
  if (outcome.outcome === "refused") throw new Error(JSON.stringify(outcome.faults));
});

describe("the table of searches", () => {
  it("has many rows, in many scripts, none of them twice", () => {
    expect(table.length).toBeGreaterThanOrEqual(150);
    expect(new Set(table.map(({ script }) => script)).size).toBeGreaterThanOrEqual(14);
    expect(new Set(table.map(({ query, types }) => JSON.stringify([query, types]))).size).toBe(table.length);
  });

  it("names only what is in the world", () => {
    const unknown = table.flatMap(({ found }) => found.filter((name) => originalsOf(name).length === 0));
    expect(unknown).toEqual([]);
  });
});

describe("search", () => {
  it.each(table)("in $script for “$query”: $why", async (row) => {
    const { totalCount, edges } = await search(row);
    const names = edges.map(nameOf);
    expect(names.toSorted()).toEqual(row.found.toSorted());
    expect(totalCount).toBe(row.found.length);
    expect(names[0]).toBe(row.first ?? names[0]);
  });

  it("shows of each hit a stretch of its own text, with marks that lie within", async () => {
    const faults: string[] = [];
    for (const row of table) {
      const { edges } = await search(row);
      for (const hit of edges) {
        const fault = snippetFault(hit);
        if (fault !== null) faults.push(`“${row.query}” ${nameOf(hit)}: ${JSON.stringify(hit.snippet)} ${fault}`);
      }
    }
    expect(faults).toEqual([]);
  });
});
