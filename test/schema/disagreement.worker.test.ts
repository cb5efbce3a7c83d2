import { beforeAll, describe, expect, it } from "vitest";
import { ask } from "../ask.ts";
import { loadDataset } from "../load-dataset.ts";

beforeAll(loadDataset);

interface Page {
  totalCount: number;
  edges: { cursor: string; node: { what: string; claims: { value: string; rank: string; decides: boolean }[] } }[];
  pageInfo: { hasNextPage: boolean };
}

async function disagreements(args: string): Promise<Page> {
  const { data, errors, statements } = await ask<{ disagreements: Page }>(
    `{ disagreements(${args}) { totalCount pageInfo { hasNextPage } edges { cursor node { what claims { value rank decides fact { __typename ... on Node { id } } citations { exact article { slug } } } } } } }`,
  );
  expect(errors).toBeUndefined();
  expect(statements).toHaveLength(1);
  return data.disagreements;
}

describe("disagreements", () => {
  it("have each at least two claims, all cited, of which one decides", async () => {
    const { edges } = await disagreements("first: 40");
    expect(edges.length).toBeGreaterThanOrEqual(9);
    for (const { node } of edges) {
      expect(node.claims.length).toBeGreaterThanOrEqual(2);
      expect(node.claims.map(({ decides }) => decides)).toEqual(node.claims.map((_claim, index) => index === 0));
    }
    expect(JSON.stringify(edges)).not.toContain('"citations":[]');
  });

  it("have on Brunei the claim that an answer as of the day gives", async () => {
    const { edges } = await disagreements("first: 1");
    expect(edges[0]?.node).toMatchObject({
      what: "Brunei, member of Association of Southeast Asian Nations",
      claims: [
        { value: "1984-01-07", rank: "PREFERRED", decides: true },
        { value: "1984-01-08", rank: "NORMAL", decides: false },
      ],
    });
    const { data } = await ask(
      `{ actor(slug: "brunei") { memberships(asOf: "1984-01-08") { nodes { period { from } } } } }`,
    );
    expect(data).toEqual({ actor: { memberships: { nodes: [{ period: { from: "1984-01-07" } }] } } });
  });

  it("are each visited once page by page", async () => {
    const whole = (await disagreements("first: 40")).edges.map(({ node }) => node.what);
    const seen: string[] = [];
    let after = "";
    for (;;) {
      const page = await disagreements(`first: 2${after && `, after: "${after}"`}`);
      seen.push(...page.edges.map(({ node }) => node.what));
      if (!page.pageInfo.hasNextPage) break;
      after = page.edges.at(-1)?.cursor ?? "";
    }
    expect(seen).toEqual(whole);
  });

  it("are refused with a page size of 0", async () => {
    const { errors } = await ask(`{ disagreements(first: 0) { totalCount } }`);
    expect(errors?.[0]?.extensions["code"]).toBe("BAD_USER_INPUT");
  });
});
