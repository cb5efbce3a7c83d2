import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it } from "vitest";
import { applyChangeset } from "../../src/changes/apply.ts";
import { allianceKinds, valuesOf } from "../../src/domain/vocabulary.ts";
import { ask } from "../ask.ts";

const citations = [{ article: "text-of-the-pact" }];
const NEW_KINDS = [
  "DEFENCE_COOPERATION",
  "STATUS_OF_FORCES",
  "INTELLIGENCE_SHARING",
  "BASING",
  "INTERNATIONAL_ORGANIZATION",
] as const;

/** A pact of two phases: of consultation alone at first, then Nordmark alone is to defend the other. */
const pact = {
  slug: "pact",
  name: "Pact of Nordmark and Suder",
  kind: "DEFENCE_PACT",
  statuses: [{ code: "IN_FORCE", from: "1900-01-01", to: "1930-01-01", citations }],
  memberships: ["nordmark", "suder"].map((actor) => ({
    actor,
    role: "MEMBER",
    from: "1900-01-01",
    to: "1930-01-01",
    citations,
  })),
  obligations: [
    { code: "CONSULTATION", from: "1900-01-01", to: "1930-01-01", citations },
    { code: "DEFENCE", actor: "nordmark", from: "1910-01-01", to: "1930-01-01", citations },
    { code: "NEUTRALITY", actor: "suder", from: "1910-01-01", to: "1930-01-01", rank: "PREFERRED", citations },
    { key: "pact/neutrality/other", code: "NEUTRALITY", actor: "suder", from: "1911", to: "1930-01-01", citations },
  ],
};

function apply(alliances: readonly object[], reason: string) {
  const json = {
    actors: ["nordmark", "suder"].map((slug) => ({ slug, type: "STATE", name: slug })),
    articles: [{ slug: "text-of-the-pact", title: "Text of the pact", publishedOn: "1900-01-01", language: "en" }],
    alliances,
  };
  const about = { author: "test", reason, now: "2026-11-24T00:00:00.000Z" };
  return applyChangeset(env.DB, [{ file: "pact.json", json }], about);
}

interface Listed {
  alliance: { obligations: { totalCount: number; nodes: { code: string; actor: { slug: string } | null }[] } };
}

async function listed(args: string): Promise<string[]> {
  const { data, errors, statements } = await ask<Listed>(
    `{ alliance(slug: "pact") { obligations(${args}) { totalCount nodes { code actor { slug } } } } }`,
  );
  expect(errors).toBeUndefined();
  expect(statements).toHaveLength(1);
  const { nodes, totalCount } = data.alliance.obligations;
  expect(totalCount).toBe(nodes.length);
  return nodes.map(({ code, actor }) => `${code} ${actor?.slug ?? "all"}`);
}

async function found(filter: string): Promise<string[]> {
  const { data, errors } = await ask<{ alliances: { nodes: { slug: string }[] } }>(
    `{ alliances(filter: { ${filter} }) { nodes { slug } } }`,
  );
  expect(errors).toBeUndefined();
  return data.alliances.nodes.map(({ slug }) => slug);
}

beforeAll(async () => {
  const kinds = NEW_KINDS.map((kind) => ({
    slug: kind.toLowerCase().replaceAll("_", "-"),
    name: kind,
    kind,
    statuses: [{ code: "IN_FORCE", from: "1900-01-01", to: "1930-01-01", citations }],
    memberships: pact.memberships,
  }));
  expect(await apply([pact, ...kinds], "A pact")).toMatchObject({ outcome: "applied" });
});

describe("obligations of an alliance", () => {
  it("differ from phase to phase", async () => {
    expect(await listed(`asOf: "1905-01-01"`)).toEqual(["CONSULTATION all"]);
    expect(await listed(`asOf: "1920-01-01"`)).toEqual(["CONSULTATION all", "DEFENCE nordmark", "NEUTRALITY suder"]);
    expect(await listed(`asOf: "1930-01-01"`)).toEqual([]);
  });

  it("bind all members or one", async () => {
    expect(await listed(`asOf: "1920-01-01", actor: "nordmark"`)).toEqual(["CONSULTATION all", "DEFENCE nordmark"]);
    expect(await listed(`asOf: "1920-01-01", actor: "suder", codes: [NEUTRALITY, DEFENCE]`)).toEqual([
      "NEUTRALITY suder",
    ]);
  });

  it("are listed of every rank where all are asked for, and as-of answers go by the best", async () => {
    expect(await listed("ever: true")).toHaveLength(4);
    expect(await listed(`asOf: "1920-01-01", codes: NEUTRALITY`)).toHaveLength(1);
  });

  it("find alliances on a day", async () => {
    expect(await found(`obligations: DEFENCE, asOf: "1920-01-01"`)).toEqual(["pact"]);
    expect(await found(`obligations: DEFENCE, asOf: "1905-01-01"`)).toEqual([]);
    expect(await found(`obligations: [OFFENCE, NON_AGGRESSION], asOf: "1920-01-01"`)).toEqual([]);
    expect(await found(`kind: DEFENCE_PACT, not: { obligations: OFFENCE, asOf: "1920-01-01" }`)).toEqual(["pact"]);
  });

  it("are told where claims compete, with whom they bind", async () => {
    const { data } = await ask(`{ disagreements { nodes { what subject { ... on State { slug } }
      claims { decides value fact { ... on Obligation { code } } citations { article { slug } } } } } }`);
    expect(data).toMatchObject({
      disagreements: {
        nodes: [
          {
            what: "suder, neutrality under Pact of Nordmark and Suder",
            subject: { slug: "suder" },
            claims: [
              { decides: true, value: "1910-01-01", fact: { code: "NEUTRALITY" }, citations: [{}] },
              { decides: false, value: "1911" },
            ],
          },
        ],
      },
    });
  });

  it("cite articles, which tell whom and what they are about", async () => {
    const { data } = await ask(
      `{ articles(filter: { mentions: "pact" }) { nodes { slug alliances { totalCount } } } }`,
    );
    expect(data).toEqual({ articles: { nodes: [{ slug: "text-of-the-pact", alliances: { totalCount: 6 } }] } });
  });

  it("of one sort, member and rank do not overlap", async () => {
    const rivals = [{ key: "pact/again", code: "CONSULTATION", from: "1929-12-31", to: null, citations }];
    expect(await apply([{ ...pact, obligations: rivals }], "Twice")).toMatchObject({
      outcome: "refused",
      faults: [{ message: expect.stringContaining("also a NORMAL obligation CONSULTATION of all members under pact") }],
    });
    const ofOne = [{ ...rivals[0], actor: "suder", to: "1930-01-01" }];
    expect(await apply([{ ...pact, obligations: ofOne }], "Of one")).toMatchObject({ outcome: "applied" });
  });
});

describe("a kind of agreement", () => {
  it.each(NEW_KINDS)("%s filters alliances, partners and the network", async (kind) => {
    expect(valuesOf(allianceKinds)).toContain(kind);
    expect(await found(`kind: ${kind}`)).toEqual([kind.toLowerCase().replaceAll("_", "-")]);
    const { data, errors } = await ask(`{
      actor(slug: "suder") { partners(kind: ${kind}, asOf: "1920-01-01") { nodes { slug } } }
      network(kinds: ${kind}, asOf: "1920-01-01") { nodes { name } } }`);
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ actor: { partners: { nodes: [{ slug: "nordmark" }] } } });
    expect((data as { network: { nodes: unknown[] } }).network.nodes.length).toBeGreaterThan(1);
  });
});
