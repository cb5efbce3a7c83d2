import { beforeAll, describe, expect, it } from "vitest";
import { ask } from "./ask.ts";
import { loadDataset } from "./load-dataset.ts";
import raaPartners from "./queries/01-raa-partners.graphql?raw";
import variables from "./queries/01-raa-partners.variables.json";

beforeAll(loadDataset);

interface Answer {
  actor: {
    partnerships: {
      totalCount: number;
      edges: {
        certainty: string;
        node: { status: string; period: object; partner: { name: string }; citations: object[] };
      }[];
    };
  };
}

async function partners(query: string, asOf: string) {
  const { data, statements } = await ask<Answer>(query, { ...variables, asOf });
  expect(statements).toHaveLength(1);
  const { edges, totalCount } = data.actor.partnerships;
  expect(totalCount).toBe(edges.length);
  for (const { node } of edges) expect(node.citations.length).toBeGreaterThan(0);
  return edges.map(({ certainty, node }) => `${node.partner.name} ${node.status} ${certainty}`);
}

const atLeast = (code: string) => raaPartners.replace("asOf: $asOf", `asOf: $asOf, atLeast: ${code}`);

describe("Japan's RAA partners", () => {
  it("are Australia, signed, and the United Kingdom, agreed, on 7 May 2022", async () => {
    expect(await partners(raaPartners, "2022-05-07")).toEqual([
      "Australia SIGNED CERTAIN",
      "United Kingdom AGREED CERTAIN",
    ]);
  });

  it("are Australia alone that day where a signature is asked for, and no one where force is", async () => {
    expect(await partners(atLeast("SIGNED"), "2022-05-07")).toEqual(["Australia SIGNED CERTAIN"]);
    expect(await partners(atLeast("IN_FORCE"), "2022-05-07")).toEqual([]);
  });

  it("are Australia alone on 1 May 2022, and the United Kingdom too where talks count", async () => {
    expect(await partners(raaPartners, "2022-05-01")).toEqual(["Australia SIGNED CERTAIN"]);
    expect(await partners(atLeast("NEGOTIATING"), "2022-05-01")).toEqual([
      "United Kingdom NEGOTIATING CERTAIN",
      "Australia SIGNED CERTAIN",
    ]);
  });

  it("are both in force on 1 December 2023, though no source is of that day or later", async () => {
    expect(await partners(raaPartners, "2023-12-01")).toEqual([
      "Australia IN_FORCE POSSIBLE",
      "United Kingdom IN_FORCE POSSIBLE",
    ]);
  });

  it("are also the Philippines on 1 December 2025", async () => {
    expect(await partners(raaPartners, "2025-12-01")).toEqual([
      "Australia IN_FORCE POSSIBLE",
      "United Kingdom IN_FORCE POSSIBLE",
      "Philippines IN_FORCE POSSIBLE",
    ]);
  });

  it("change on the very day an agreement is signed, agreed or enters into force", async () => {
    expect(await partners(raaPartners, "2020-11-16")).toEqual([]);
    expect(await partners(raaPartners, "2020-11-17")).toEqual(["Australia AGREED CERTAIN"]);
    expect(await partners(raaPartners, "2022-01-05")).toEqual(["Australia AGREED CERTAIN"]);
    expect(await partners(raaPartners, "2022-01-06")).toEqual(["Australia SIGNED CERTAIN"]);
    expect(await partners(raaPartners, "2022-05-04")).toEqual(["Australia SIGNED CERTAIN"]);
    expect(await partners(raaPartners, "2022-05-05")).toHaveLength(2);
  });
});
