import { beforeAll, describe, expect, it } from "vitest";
import { ask } from "../ask.ts";
import { loadDataset } from "../load-dataset.ts";

beforeAll(loadDataset);

interface Answer {
  network: {
    nodes: { nodeId: string; name: string; sort: string; degree: number; actor?: object; alliance?: object }[];
    edges: { actorId: string; allianceId: string; membershipId: string }[];
    counts: { actors: number; alliances: number; edges: number };
    truncated: boolean;
  };
}

async function network(args: string, beneath = "") {
  const { data, errors, statements } = await ask<Answer>(
    `{ network(${args}) { nodes { nodeId name sort degree ${beneath} } edges { actorId allianceId membershipId } counts { actors alliances edges } truncated } }`,
  );
  expect(errors).toBeUndefined();
  return { ...data.network, statements };
}

describe("the network", () => {
  it("has all who take part on the day, and is one statement", async () => {
    const { nodes, edges, counts, truncated, statements } = await network(`asOf: "2022-05-07"`);
    expect(statements).toHaveLength(1);
    expect(truncated).toBe(false);
    expect(nodes).toHaveLength(counts.actors + counts.alliances);
    expect(edges).toHaveLength(counts.edges);
    const ids = new Set(nodes.map(({ nodeId }) => nodeId));
    expect(ids.size).toBe(nodes.length);
    for (const { actorId, allianceId } of edges) expect([ids.has(actorId), ids.has(allianceId)]).toEqual([true, true]);
    expect(nodes.find(({ name }) => name === "North Atlantic Treaty Organization")?.degree).toBe(30);
  });

  it("has Japan's agreement with the United Kingdom from the day it is agreed", async () => {
    const names = async (day: string) =>
      (await network(`asOf: "${day}", kinds: [RECIPROCAL_ACCESS]`)).nodes.map(({ name }) => name);
    expect(await names("2022-05-03")).toEqual(["Japan–Australia Reciprocal Access Agreement", "Australia", "Japan"]);
    expect(await names("2022-05-05")).toContain("Japan–United Kingdom Reciprocal Access Agreement");
    expect(await names("1960-01-01")).toEqual([]);
  });

  it("leads to its actors and alliances, in a statement for each", async () => {
    const { nodes, statements } = await network(
      `asOf: "2022-05-07", kinds: [DIALOGUE]`,
      "actor { slug ... on State { isoAlpha3 } } alliance { slug kind }",
    );
    expect(statements).toHaveLength(3);
    expect(nodes[0]).toMatchObject({ actor: null, alliance: { slug: "quad", kind: "DIALOGUE" }, degree: 4 });
    expect(nodes[1]).toMatchObject({ actor: { slug: "australia", isoAlpha3: "AUS" }, alliance: null, degree: 1 });
  });

  it("leads from an edge to the evidence", async () => {
    const { edges } = await network(`asOf: "2022-05-07", kinds: [DIALOGUE]`);
    const { data } = await ask<{ node: { citations: object[] } }>(
      `query ($id: ID!) { node(id: $id) { ... on Membership { citations { article { slug } } } } }`,
      { id: edges[0]!.membershipId },
    );
    expect(data.node.citations.length).toBeGreaterThan(0);
  });

  it.each([
    [`focus: "japan", radius: 0`, 'Argument "radius" of Query.network is 0: it must be from 1 to 3'],
    [`focus: "japan", radius: 4`, 'Argument "radius" of Query.network is 4: it must be from 1 to 3'],
    [`most: 1`, 'Argument "most" of Query.network is 1: it must be from 2 to 2000'],
    [`focus: "jappan"`, "jappan"],
  ])("is refused for %s", async (args, message) => {
    const { errors } = await ask<Answer>(`{ network(${args}) { truncated } }`);
    expect(errors?.[0]?.extensions["code"]).toBe("BAD_USER_INPUT");
    expect(errors?.[0]?.message).toContain(message);
  });

  it("reaches two hops from its focus, and is the same by id", async () => {
    const asOf = `asOf: "2022-05-07"`;
    const near = await network(`focus: "japan", ${asOf}`);
    const far = await network(`focus: "japan", radius: 2, ${asOf}`);
    const names = (nodes: { name: string }[]) => nodes.map(({ name }) => name);
    expect(names(near.nodes)).not.toContain("North Atlantic Treaty Organization");
    expect(names(far.nodes)).toContain("North Atlantic Treaty Organization");
    expect(names(far.nodes)).toEqual(expect.arrayContaining(names(near.nodes)));
    const { nodeId } = near.nodes.find(({ name }) => name === "Japan")!;
    expect((await network(`focus: "${nodeId}", ${asOf}`)).nodes).toEqual(near.nodes);
  });
});
