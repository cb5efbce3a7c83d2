import { beforeAll, describe, expect, it } from "vitest";
import { ask } from "../ask.ts";
import { loadDataset } from "../load-dataset.ts";

beforeAll(loadDataset);

interface Page {
  totalCount: number;
  edges: { cursor: string; sharedAlliances: number; node: { name: string }; partnerships: { alliance: object }[] }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean };
}

async function partners(args: string): Promise<Page> {
  const { data, errors, statements } = await ask<{ actor: { partners: Page } }>(`{ actor(slug: "japan") {
    partners(asOf: "2022-05-07", ${args}) { totalCount pageInfo { hasNextPage hasPreviousPage }
      edges { cursor sharedAlliances node { name } partnerships { alliance { slug } } } } } }`);
  expect(errors).toBeUndefined();
  expect(statements).toHaveLength(1);
  return data.actor.partners;
}

const show = ({ edges }: Page) => edges.map(({ node, sharedAlliances }) => `${node.name} ${sharedAlliances}`);

describe("Japan's partners by how many alliances they share", () => {
  it("are Australia, India, the United Kingdom and the United States before all that share the G20 alone", async () => {
    const page = await partners("orderBy: { field: SHARED_ALLIANCES, direction: DESC }, first: 100");
    expect(show(page).slice(0, 5)).toEqual([
      "Australia 3",
      "India 2",
      "United Kingdom 2",
      "United States 2",
      "Argentina 1",
    ]);
    for (const { sharedAlliances, partnerships } of page.edges) {
      expect(new Set(partnerships.map(({ alliance }) => JSON.stringify(alliance))).size).toBe(sharedAlliances);
    }
  });

  it("come by name where they share as many, in either direction", async () => {
    const page = await partners("orderBy: { field: SHARED_ALLIANCES, direction: ASC }, first: 100");
    expect(show(page).slice(-4)).toEqual(["India 2", "United Kingdom 2", "United States 2", "Australia 3"]);
    expect(show(page)[0]).toBe("Argentina 1");
  });

  it("are counted through the alliances that the list asks for", async () => {
    const page = await partners("kind: RECIPROCAL_ACCESS, orderBy: { field: SHARED_ALLIANCES, direction: DESC }");
    expect(show(page)).toEqual(["Australia 1", "United Kingdom 1"]);
  });

  it("come by name when no order is asked for, and backward by name", async () => {
    const names = show(await partners("first: 100"));
    expect(show(await partners("first: 100, orderBy: { field: NAME, direction: DESC }"))).toEqual(names.toReversed());
  });

  it.each(["ASC", "DESC"])("are each visited once page by page, %s", async (direction) => {
    const order = `orderBy: { field: SHARED_ALLIANCES, direction: ${direction} }`;
    const whole = show(await partners(`${order}, first: 100`));
    for (const [size, count, from] of [
      [3, "first", "after"],
      [3, "last", "before"],
    ] as const) {
      const seen: string[] = [];
      let cursor = "";
      for (;;) {
        const page: Page = await partners(`${order}, ${count}: ${size}${cursor && `, ${from}: "${cursor}"`}`);
        expect(page.totalCount).toBe(whole.length);
        if (count === "first") seen.push(...show(page));
        else seen.unshift(...show(page));
        if (!(count === "first" ? page.pageInfo.hasNextPage : page.pageInfo.hasPreviousPage)) break;
        cursor = (count === "first" ? page.edges.at(-1) : page.edges[0])?.cursor ?? "";
      }
      expect(seen).toEqual(whole);
    }
  });
});
