import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it } from "vitest";
import { applyChangeset } from "../../src/changes/apply.ts";
import { ask } from "../ask.ts";
import table from "./name-table.json" with { type: "json" };
import world from "./name-world.json" with { type: "json" };

interface Candidate {
  score: number;
  exact: boolean;
  match: { kind: string; slug: string };
}

async function resolve(name: string) {
  const { data, errors } = await ask<{ resolve: Candidate[] }>(
    `query ($name: String!) { resolve(name: $name) {
      score exact match { kind: __typename ... on Actor { slug } ... on Alliance { slug } } } }`,
    { name },
  );
  expect(errors).toBeUndefined();
  return data.resolve;
}

beforeAll(async () => {
  const outcome = await applyChangeset(env.DB, [{ file: "name-world.json", json: world }], {
    author: "test",
    reason: "Names in many scripts",
    now: "2026-11-30T00:00:00.000Z",
  });
  if (outcome.outcome === "refused") throw new Error(JSON.stringify(outcome.faults));
});

describe("a name in any script", () => {
  it.each(table.names)("$name is $slug", async ({ name, slug, exact }) => {
    const [first] = await resolve(name);
    expect(first).toMatchObject({ match: { slug }, exact });
    expect(first?.score === 1).toBe(exact);
  });

  it.each(table.strangers)("%s means nobody", async (name) => expect(await resolve(name)).toEqual([]));
});

describe("an organization and the alliance that it embodies", () => {
  it.each(["NATO", "OTAN", "НАТО", "North Atlantic Alliance", "African Union", "Union africaine", "AU"])(
    "are both %s, as likely, the organization first",
    async (name) => {
      const [first, second] = await resolve(name);
      expect([first?.match.kind, second?.match.kind]).toEqual(["Organization", "Alliance"]);
      expect(second).toMatchObject({ score: first?.score, exact: first?.exact });
      expect(second?.match.slug).toBe(first?.match.slug);
    },
  );
});
