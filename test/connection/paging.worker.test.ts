import { beforeAll, describe, expect, it } from "vitest";
import { ask } from "../ask.ts";
import { loadDataset } from "../load-dataset.ts";

beforeAll(loadDataset);

interface Page {
  totalCount: number;
  nodes: { id: string }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}

const PAGE = "{ totalCount nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }";

/** Lists with ties in their order; `ARGS` stands where the page's arguments go. */
const lists: Record<string, string> = {
  statements: `{ list: statements(ARGS) ${PAGE} }`,
  "statements, latest first": `{ list: statements(orderBy: { direction: DESC }, ARGS) ${PAGE} }`,
  events: `{ list: events(ARGS) ${PAGE} }`,
  "NATO's members": `{ alliance(slug: "nato") { list: members(ARGS) ${PAGE} } }`,
  "Japan's partnerships": `{ actor(slug: "japan") { list: partnerships(ARGS) ${PAGE} } }`,
  "Japan's partners": `{ actor(slug: "japan") { list: partners(ARGS) ${PAGE} } }`,
  "what is said of NATO": `{ alliance(slug: "nato") { list: mentions(ARGS) ${PAGE} } }`,
};

async function read(list: string, args: string): Promise<Page> {
  const { data, errors } = await ask<Record<string, Page & { list?: Page }>>(list.replace("ARGS", args));
  expect(errors).toBeUndefined();
  const [root] = Object.values(data);
  return root?.list ?? (root as Page);
}

async function walk(list: string, size: number, direction: "forward" | "backward"): Promise<string[]> {
  const ids: string[] = [];
  const [count, from] = direction === "forward" ? ["first", "after"] : ["last", "before"];
  let cursor: string | null = null;
  for (;;) {
    const page: Page = await read(list, `${count}: ${size}${cursor === null ? "" : `, ${from}: "${cursor}"`}`);
    const found = page.nodes.map(({ id }) => id);
    if (direction === "forward") ids.push(...found);
    else ids.unshift(...found);
    expect(direction === "forward" ? page.pageInfo.hasPreviousPage : page.pageInfo.hasNextPage).toBe(cursor !== null);
    if (!(direction === "forward" ? page.pageInfo.hasNextPage : page.pageInfo.hasPreviousPage)) return ids;
    cursor = direction === "forward" ? page.pageInfo.endCursor : page.pageInfo.startCursor;
  }
}

describe("paging through a list visits every row exactly once, forward and backward", () => {
  it.each(Object.entries(lists))("of %s", async (_what, list) => {
    const { totalCount } = await read(list, "first: 1");
    const whole = await walk(list, 100, "forward");
    expect(whole).toHaveLength(totalCount);
    expect(new Set(whole).size).toBe(totalCount);
    for (const size of [1, 7]) {
      expect(await walk(list, size, "forward")).toEqual(whole);
      expect(await walk(list, size, "backward")).toEqual(whole);
    }
  });
});
