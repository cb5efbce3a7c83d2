import { beforeAll, describe, expect, it } from "vitest";
import { ask } from "../ask.ts";
import { lists } from "./lists.ts";
import { addRoots, addRow, type Place, removeRowsFrom } from "./tied-rows.ts";

const ROWS = 15;

/** Three places for all the rows, so that each ties with four others. */
const places: readonly Place[] = [
  { day: "2001-01-01", name: "B" },
  { day: "2001-01-02", name: "C" },
  { day: "2001-01-03", name: "D" },
];
const FIRST: Place = { day: "1970-01-01", name: "A" };
const LAST: Place = { day: "2010-01-01", name: "Z" };

beforeAll(async () => {
  await addRoots();
  for (let n = 0; n < ROWS; n++) await addRow(n, places[(n * 7) % places.length]!);
});

interface Page {
  totalCount: number;
  nodes: { id: string }[];
  edges: { cursor: string }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}

async function read(query: string, page: Record<string, unknown>): Promise<Page> {
  const { data, errors, statements } = await ask<Record<string, Page & { list?: Page }>>(query, page);
  expect(errors).toBeUndefined();
  expect(statements).toHaveLength(1);
  const [root] = Object.values(data);
  return root?.list ?? (root as Page);
}

type Way = "forward" | "backward";

/** All pages of a list in its order; `between` runs after each page but the last. */
async function walk(query: string, size: number, way: Way, between?: () => Promise<void>): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  for (;;) {
    const page: Page = await read(
      query,
      way === "forward" ? { first: size, after: cursor } : { last: size, before: cursor },
    );
    const { hasNextPage, hasPreviousPage, startCursor, endCursor } = page.pageInfo;
    const found = page.nodes.map(({ id }) => id);
    if (way === "forward") ids.push(...found);
    else ids.unshift(...found);
    expect(page.edges.map((edge) => edge.cursor).at(way === "forward" ? -1 : 0)).toBe(
      way === "forward" ? endCursor : startCursor,
    );
    if (!(way === "forward" ? hasNextPage : hasPreviousPage)) return ids;
    cursor = way === "forward" ? endCursor : startCursor;
    await between?.();
  }
}

describe("paging visits every row once in the list's order, with ties, while rows are added behind the cursor", () => {
  it.each(lists)("of $name", async ({ query, descending }) => {
    const whole = await walk(query, 100, "forward");
    expect(new Set(whole).size).toBe(whole.length);
    expect(whole.length).toBeGreaterThanOrEqual(ROWS);
    expect((await read(query, { first: 1 })).totalCount).toBe(whole.length);
    for (const way of ["forward", "backward"] as const) {
      const behind = (way === "forward") !== descending ? FIRST : LAST;
      for (const size of [1, 7, 100]) {
        let added = 0;
        const addBehind = async () => {
          if (added < 2) await addRow(ROWS + added++, behind);
        };
        const visited = await walk(query, size, way, addBehind);
        if (added > 0) await removeRowsFrom(ROWS);
        expect(visited).toEqual(whole);
      }
    }
  });
});

describe("a descending order is the ascending one turned round", () => {
  const queries = new Map(lists.map(({ name, query }) => [name, query]));
  const pairs = lists
    .filter(({ descending }) => descending)
    .map(({ name, query }) => ({ name, query, turned: queries.get(name.replace("DESC", "ASC")) ?? "" }));

  it.each(pairs)("of $name", async ({ query, turned }) => {
    expect((await walk(query, 100, "forward")).toReversed()).toEqual(await walk(turned, 100, "forward"));
  });
});
