import { beforeAll, describe, expect, it } from "vitest";
import { ask } from "../ask.ts";
import { loadDataset } from "../load-dataset.ts";

beforeAll(loadDataset);

const trees = {
  "partners with their own partnerships, counted on every level": `{ actor(slug: "japan") {
    partners(asOf: "2022-05-07") { totalCount edges { node { name partners(asOf: "2022-05-07", first: 3) { totalCount nodes { name } } }
      partnerships { status certainty(asOf: "2022-05-07") alliance { name } citations { exact } } } } } }`,
  "partnerships, the partner's partnerships, and theirs": `{ actor(slug: "japan") {
    partnerships(first: 5) { totalCount nodes { partner { name partnerships(first: 5) { totalCount nodes { partner { name ... on State { isoAlpha2 } } } } } } } } }`,
  "members with nodes and edges side by side": `{ alliance(slug: "quad") {
    status(asOf: "2022-05-07") { code certainty(asOf: "2022-05-07") } statuses { code period { from } }
    members(asOf: "2022-05-07") { totalCount nodes { slug } edges { cursor node { name memberships(asOf: "2022-05-07") { nodes { alliance { name } } } } certainty membership { role certainty(asOf: "2022-05-07") citations { exact } } } } } }`,
  "one field in two fragments": `{ actor(slug: "japan") { ...A ...B } }
    fragment A on Actor { partnerships(first: 2) { nodes { status } } }
    fragment B on Actor { partnerships(first: 2) { totalCount nodes { partner { name } } } }`,
  "a list of statements with all that hangs on them": `{ statements(first: 5) { totalCount nodes { text speaker { name ... on Person { offices(ever: true) { nodes { title body { name } } } } }
    targets { stance subject { __typename ... on State { isoAlpha2 } ... on Alliance { members { totalCount } } } } citations { exact article { publisher { name } } } } } }`,
  "an article with all it bears out": `{ article(slug: "china-responds-nato-in-asia") { statements { totalCount nodes { text } } events { totalCount nodes { title } }
    actors { totalCount nodes { name } } alliances { totalCount nodes { name } } } }`,
};

describe("a tree is one statement", () => {
  it.each(Object.entries(trees))("for %s", async (_what, query) => {
    const { data, errors, statements } = await ask(query);
    expect(errors).toBeUndefined();
    expect(statements).toHaveLength(1);
    expect(JSON.stringify(data)).not.toMatch(/"nodes":\[\]/);
  });

  it("but for one relation asked twice with other arguments, which both answer", async () => {
    const { data, errors, statements } = await ask<
      Record<string, Record<string, { totalCount: number }>>
    >(`{ actor(slug: "japan") {
      signed: partnerships(kind: RECIPROCAL_ACCESS, asOf: "2022-05-07") { totalCount nodes { status } }
      inForce: partnerships(kind: RECIPROCAL_ACCESS, asOf: "2025-12-01") { totalCount nodes { status } } } }`);
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      actor: {
        signed: { totalCount: 2, nodes: [{ status: "SIGNED" }, { status: "AGREED" }] },
        inForce: { totalCount: 3, nodes: [{ status: "IN_FORCE" }, { status: "IN_FORCE" }, { status: "IN_FORCE" }] },
      },
    });
    expect(statements).toHaveLength(2);
  });

  it("but where the total and the rows of a list are asked for apart, beside another page of it", async () => {
    const { data, errors } = await ask(`{ actor(slug: "japan") {
      signed: partnerships(kind: RECIPROCAL_ACCESS, asOf: "2022-05-07") { edges { cursor } }
      inForce: partnerships(kind: RECIPROCAL_ACCESS, asOf: "2025-12-01") { totalCount }
      inForce: partnerships(kind: RECIPROCAL_ACCESS, asOf: "2025-12-01") { nodes { status } } } }`);
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      actor: {
        inForce: { totalCount: 3, nodes: [{ status: "IN_FORCE" }, { status: "IN_FORCE" }, { status: "IN_FORCE" }] },
      },
    });
  });
});
