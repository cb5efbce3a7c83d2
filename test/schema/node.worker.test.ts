import { beforeAll, describe, expect, it } from "vitest";
import { ask } from "../ask.ts";
import { loadDataset } from "../load-dataset.ts";

beforeAll(loadDataset);

interface Ids {
  [field: string]: { nodes: { id: string }[] };
}

describe("an id", () => {
  it("of any type leads back to its node, as that type", async () => {
    const { data } = await ask<{
      actor: Ids & { id: string };
      alliance: Ids & { id: string };
      statements: Ids["x"];
      articles: Ids["x"];
      events: Ids["x"];
    }>(`{
      actor(slug: "japan") { id memberships(first: 1) { nodes { id } } partnerships(first: 1) { nodes { id } } officeHolders: partners(first: 1) { nodes { id } } }
      alliance(slug: "nato") { id }
      statements(first: 1) { nodes { id } } articles(first: 1) { nodes { id } } events(first: 1) { nodes { id } }
    }`);
    const ids = [
      data.actor.id,
      data.alliance.id,
      ...[data.actor["memberships"], data.actor["partnerships"], data.statements, data.articles, data.events].map(
        (connection) => connection?.nodes[0]?.id ?? "",
      ),
    ];
    const { data: found, errors } = await ask<{ nodes: { id: string; __typename: string }[] }>(
      `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }`,
      { ids },
    );
    expect(errors).toBeUndefined();
    expect(found.nodes.map(({ id }) => id)).toEqual(ids);
    expect(found.nodes.map(({ __typename }) => __typename)).toEqual([
      "State",
      "Alliance",
      "Membership",
      "Partnership",
      "Statement",
      "Article",
      "Event",
    ]);
  });

  it("of one type are read together, in the order that they are asked for in, however many and often", async () => {
    const { data } = await ask<{ statements: { nodes: { id: string }[] } }>(
      `{ statements(first: 3) { nodes { id } } }`,
    );
    const [a, b, c] = data.statements.nodes.map(({ id }) => id) as [string, string, string];
    // By the same plan, from the second on.
    for (const ids of [[a], [b], [c, a], [a, a], [b, c, a], [b], [a, b, a, c]]) {
      const answer = await ask(`query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Statement { form } } }`, { ids });
      expect(answer.data).toEqual({ nodes: ids.map((id) => ({ id, form: expect.any(String) as string })) });
      expect(answer.statements).toHaveLength(1);
    }
  });

  it("of nothing, of a wrong type or of no form we know answers null alike", async () => {
    const { data: japan } = await ask<{ actor: { id: string } }>(`{ actor(slug: "japan") { id } }`);
    const key = atob(japan.actor.id).split(":")[2];
    const encode = (text: string) => btoa(text).replaceAll("=", "");
    const ids = [
      "",
      "x",
      encode("1:State:999999"),
      encode(`1:Person:${key}`),
      encode(`2:State:${key}`),
      encode("1:Nothing:1"),
      "é",
      encode("1:State:1e3"),
    ];
    const { data } = await ask(`query ($ids: [ID!]!) { nodes(ids: $ids) { id } node(id: "nope") { id } }`, { ids });
    expect(data).toEqual({ nodes: ids.map(() => null), node: null });
  });

  it.each([
    "1:Partnership:99999999999999999999-1-1",
    "1:Partnership:5",
    "1:Partnership:1-2-3-4",
    "1:State:1-2",
    "1:State:01",
    "1:State:0",
    "1:constructor:1",
    "1:toString:1",
  ])("that no row can have answers null, and nothing is read for it: %s", async (text) => {
    const { data, errors, statements } = await ask<{ node: unknown }>(`query ($id: ID!) { node(id: $id) { id } }`, {
      id: btoa(text).replace(/=+$/, ""),
    });
    expect(errors).toBeUndefined();
    expect(data).toEqual({ node: null });
    expect(statements).toEqual([]);
  });

  it("is one of at most 100 in a request", async () => {
    const hundred = Array.from({ length: 100 }, (_, index) => btoa(`1:State:${index + 1}`).replaceAll("=", ""));
    const { data, statements } = await ask<{ nodes: unknown[] }>(
      `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Actor { name } } }`,
      { ids: hundred },
    );
    expect(data.nodes).toHaveLength(100);
    expect(data.nodes.filter((node) => node !== null).length).toBeGreaterThan(40);
    // The second looks for the heirs of those that are not there.
    expect(statements).toHaveLength(2);
    const { errors } = await ask(`query ($ids: [ID!]!) { nodes(ids: $ids) { id } }`, { ids: [...hundred, "x"] });
    expect(errors?.[0]?.extensions["code"]).toBe("BAD_USER_INPUT");
  });
});
