import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it } from "vitest";
import { applyChangeset } from "../../src/changes/apply.ts";
import { ask } from "../ask.ts";

const citations = [{ article: "register", exact: null }];
const member = (actor: string, from: string, to: string | null = null, more: object = {}) => ({
  key: `${actor}/${from.slice(0, 4)}`,
  actor,
  role: "MEMBER",
  from,
  to,
  citations,
  ...more,
});

/** Japan's treaties of 1952 and 1960, with the hedges and other dates that the tests ask for. */
const facts = {
  articles: [{ slug: "register", title: "[A register of treaties]", consultedOn: "2026-11-30", language: "en" }],
  actors: ["japan", "united-states", "greece", "turkey", "france", "norway"].map((slug) => ({
    slug,
    type: "STATE",
    name: slug,
  })),
  alliances: [
    {
      slug: "security-treaty",
      name: "Security Treaty",
      kind: "TREATY",
      statuses: [{ code: "IN_FORCE", from: "1951-09", citations }],
      memberships: [
        member("japan", "1952-04-28?", "1960-05-07?"),
        member("united-states", "1952~"),
        member("norway", "1953-06", "1960-04?"),
        member("greece", "1949", "1952?"),
        member("greece", "1953-06-01", null, { rank: "PREFERRED" }),
        member("turkey", "1949", "1952?"),
        member("turkey", "1953-06-01"),
        member("france", "1952-21", "1985-04-12/"),
      ],
    },
  ],
};

async function apply(json: unknown) {
  return applyChangeset(env.DB, [{ file: "facts.json", json }], {
    author: "test",
    reason: "to see",
    now: "2026-11-30T12:00:00.000Z",
  });
}

beforeAll(async () => {
  const outcome = await apply(facts);
  if (outcome.outcome === "refused") throw new Error(JSON.stringify(outcome.faults));
});

async function memberships(actor: string, asOf: string, certainty = "POSSIBLE") {
  const { data } = await ask<{
    actor: { memberships: { edges: { certainty: string; node: { period: { from: string } } }[] } };
  }>(
    `query ($actor: String!, $asOf: Date!, $certainty: Certainty!) {
      actor(slug: $actor) { memberships(asOf: $asOf, certainty: $certainty) { edges { certainty node { period { from } } } } }
    }`,
    { actor, asOf, certainty },
  );
  return data.actor.memberships.edges.map(({ certainty, node: { period } }) => `${period.from} ${certainty}`);
}

describe("a membership with hedged ends", () => {
  it.each([
    ["japan", "1952-04-26", []],
    ["japan", "1952-04-27", ["1952-04-28? POSSIBLE"]],
    ["japan", "1952-04-28", ["1952-04-28? POSSIBLE"]],
    ["japan", "1952-04-29", ["1952-04-28? POSSIBLE"]],
    ["japan", "1952-04-30", ["1952-04-28? CERTAIN"]],
    ["japan", "1960-05-05", ["1952-04-28? CERTAIN"]],
    ["japan", "1960-05-06", ["1952-04-28? POSSIBLE"]],
    ["japan", "1960-05-08", ["1952-04-28? POSSIBLE"]],
    ["japan", "1960-05-09", []],
    ["united-states", "1950-12-31", []],
    ["united-states", "1951-12-31", ["1952~ POSSIBLE"]],
    ["united-states", "1953-12-31", ["1952~ POSSIBLE"]],
    ["united-states", "1954-01-01", ["1952~ CERTAIN"]],
  ])("of %s on %s: %j", async (actor, day, expected) => {
    expect(await memberships(actor, day)).toEqual(expected);
    expect(await memberships(actor, day, "CERTAIN")).toEqual(expected.filter((one) => one.endsWith("CERTAIN")));
  });

  it("is not left out by a preferred one that begins after its end as written", async () => {
    expect(await memberships("greece", "1953-05-31")).toEqual(["1949 POSSIBLE"]);
    expect(await memberships("greece", "1953-12-31")).toEqual(["1949 POSSIBLE", "1953-06-01 CERTAIN"]);
  });

  it("is no disagreement with the next, which its hedge alone reaches", async () => {
    const { data } = await ask(`{ disagreements(first: 10) { nodes { what } } }`);
    expect(data).toEqual({ disagreements: { nodes: [] } });
  });

  it("is written beside another where they do not overlap as written, and refused where they do", async () => {
    const more = (from: string, to: string) => ({
      memberships: [{ alliance: "security-treaty", ...member("norway", from, to) }],
    });
    expect(await apply(more("1960-04", "1961"))).toMatchObject({
      outcome: "refused",
      faults: [{ message: expect.stringContaining("may overlap that of norway/1953") as string }],
    });
    expect(await apply(more("1960-04-30?", "1961"))).toMatchObject({ outcome: "applied" });
  });
});

describe("a partnership", () => {
  it("has the dates of its memberships as they are written, and no day that only a hedge adds", async () => {
    const { data } = await ask<{ actor: { partnerships: { nodes: { partner: { slug: string }; period: object }[] } } }>(
      `{ actor(slug: "japan") { partnerships(asOf: "1953-12-31") { nodes { partner { slug } period { from to } } } } }`,
    );
    expect(
      Object.fromEntries(data.actor.partnerships.nodes.map(({ partner, period }) => [partner.slug, period])),
    ).toMatchObject({
      // The earliest day is of one membership, the latest of the other.
      "united-states": { from: "1952-04-28/1952-12-31", to: "1960-05-07?" },
      norway: { from: "1953-06", to: "1960-04-01/1960-04-30" },
    });
  });
});

describe("a season and an end that is not known", () => {
  it("are kept as they are written, and mean any day of the year, and any after", async () => {
    const { data } = await ask(
      `{ actor(slug: "france") { memberships(asOf: "1985-04-12") { nodes { certainty(asOf: "1985-04-12") period { from to } } } } }`,
    );
    expect(data).toEqual({
      actor: {
        memberships: { nodes: [{ certainty: "POSSIBLE", period: { from: "1952-21", to: "1985-04-12/" } }] },
      },
    });
    expect(await memberships("france", "1952-01-01")).toEqual(["1952-21 POSSIBLE"]);
    expect(await memberships("france", "1952-12-31")).toEqual(["1952-21 CERTAIN"]);
    expect(await memberships("france", "1985-04-11")).toEqual(["1952-21 CERTAIN"]);
  });
});
