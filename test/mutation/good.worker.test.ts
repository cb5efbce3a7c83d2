import { beforeAll, describe, expect, it } from "vitest";
import { contents } from "../changes/database.ts";
import { loadDataset } from "../load-dataset.ts";
import { ask } from "../ask.ts";
import { idOf, LONG, mutate, post } from "./send.ts";

beforeAll(loadDataset);

const CITED = `citations: [{ article: "china-responds-nato-in-asia" }]`;

/** In this order, each building on those before: a call, the action on its node, and what it then holds. */
const good: [call: () => string | Promise<string>, actions: string[], read: string, expected: unknown][] = [
  [
    () =>
      `addActor(input: { slug: "fiji", type: STATE, name: "Fiji", isoAlpha2: "FJ", aliases: [{ name: "Viti", language: "fj", sort: NATIVE }] }, reason: "r")`,
    ["CREATED"],
    `actor(slug: "fiji") { name aliases { name } }`,
    { name: "Fiji", aliases: [{ name: "Viti" }] },
  ],
  [
    () => `editActor(id: "fiji", input: { name: "Republic of Fiji", description: "A state" }, reason: "r")`,
    ["UPDATED"],
    `actor(slug: "fiji") { name description aliases { name } ... on State { isoAlpha2 } }`,
    { name: "Republic of Fiji", description: "A state", aliases: [{ name: "Viti" }], isoAlpha2: "FJ" },
  ],
  [
    () => `editActor(id: "fiji", input: { description: null }, reason: "r")`,
    ["UPDATED"],
    `actor(slug: "fiji") { name description }`,
    { name: "Republic of Fiji", description: null },
  ],
  [
    async () =>
      `addAlias(of: "${await idOf('actor(slug: "fiji")')}", input: { name: "Fidji", language: "fr", sort: VARIANT }, reason: "r")`,
    ["UPDATED"],
    `actor(slug: "fiji") { aliases { name language } }`,
    {
      aliases: [
        { name: "Viti", language: "fj" },
        { name: "Fidji", language: "fr" },
      ],
    },
  ],
  [
    async () =>
      `editAlias(of: "${await idOf('actor(slug: "fiji")')}", name: "Fidji", input: { name: "Les Fidji" }, reason: "r")`,
    ["UPDATED"],
    `actor(slug: "fiji") { aliases { name language sort } }`,
    {
      aliases: [
        { name: "Viti", language: "fj", sort: "NATIVE" },
        { name: "Les Fidji", language: "fr", sort: "VARIANT" },
      ],
    },
  ],
  [
    async () => `removeAlias(of: "${await idOf('actor(slug: "fiji")')}", name: "Viti", language: "FJ", reason: "r")`,
    ["UPDATED"],
    `actor(slug: "fiji") { aliases { name } }`,
    { aliases: [{ name: "Les Fidji" }] },
  ],
  [
    () =>
      `addArticle(input: { slug: "fiji-times", title: "[A report]", language: "en", url: "https://example.org/a", publishedOn: "2025-02" }, reason: "r")`,
    ["CREATED"],
    `article(slug: "fiji-times") { title url publishedOn }`,
    { title: "[A report]", url: "https://example.org/a", publishedOn: "2025-02" },
  ],
  [
    () => `editArticle(id: "fiji-times", input: { summary: "It tells of Fiji.", url: null }, reason: "r")`,
    ["UPDATED"],
    `article(slug: "fiji-times") { summary url publishedOn }`,
    { summary: "It tells of Fiji.", url: null, publishedOn: "2025-02" },
  ],
  [
    () =>
      `addOffice(input: { title: "Envoy to Fiji", person: "fumio-kishida", body: "fiji", from: "2025-01", ${CITED} }, reason: "r")`,
    ["CREATED"],
    `actor(slug: "fiji") { ... on State { officeHolders(asOf: "2025-06-01") { nodes { title period { from to } } } } }`,
    { officeHolders: { nodes: [{ title: "Envoy to Fiji", period: { from: "2025-01", to: null } }] } },
  ],
  [
    () => `editOffice(id: "fumio-kishida/envoy-to-fiji", input: { to: "2025-09" }, reason: "r")`,
    ["UPDATED"],
    `actor(slug: "fiji") { ... on State { officeHolders(asOf: "2025-06-01") { nodes { period { from to } } } } }`,
    { officeHolders: { nodes: [{ period: { from: "2025-01", to: "2025-09" } }] } },
  ],
  [
    () => `addAlliance(input: { slug: "suva-talks", name: "Suva Talks", kind: DIALOGUE }, reason: "r")`,
    ["CREATED"],
    `alliance(slug: "suva-talks") { name kind }`,
    { name: "Suva Talks", kind: "DIALOGUE" },
  ],
  [
    () => `editAlliance(id: "suva-talks", input: { acronym: "ST" }, reason: "r")`,
    ["UPDATED"],
    `alliance(slug: "suva-talks") { name acronym }`,
    { name: "Suva Talks", acronym: "ST" },
  ],
  [
    () =>
      `addAllianceStatus(input: { alliance: "suva-talks", code: SIGNED, from: "2024", to: "2025", ${CITED} }, reason: "r")`,
    ["CREATED"],
    `alliance(slug: "suva-talks") { statuses { code period { from to } } }`,
    { statuses: [{ code: "SIGNED", period: { from: "2024", to: "2025" } }] },
  ],
  [
    () => `addAllianceStatus(input: { alliance: "suva-talks", code: SIGNED, from: "2026", ${CITED} }, reason: "r")`,
    ["CREATED"],
    `alliance(slug: "suva-talks") { statuses { code period { from to } } }`,
    {
      statuses: [
        { code: "SIGNED", period: { from: "2024", to: "2025" } },
        { code: "SIGNED", period: { from: "2026", to: null } },
      ],
    },
  ],
  [
    () => `editAllianceStatus(id: "suva-talks/signed-2", input: { code: IN_FORCE }, reason: "r")`,
    ["UPDATED"],
    `alliance(slug: "suva-talks") { status(asOf: "2026-06-01") { code } }`,
    { status: { code: "IN_FORCE" } },
  ],
  [
    async () =>
      `joinAlliance(input: { alliance: "suva-talks", actor: "${await idOf('actor(slug: "fiji")')}", role: OBSERVER, from: "2024-03", ${CITED} }, reason: "r")`,
    ["CREATED"],
    `actor(slug: "fiji") { memberships(ever: true) { nodes { role period { from to } } } }`,
    { memberships: { nodes: [{ role: "OBSERVER", period: { from: "2024-03", to: null } }] } },
  ],
  [
    () => `changeRole(id: "suva-talks/fiji/observer", role: MEMBER, on: "2025-05-01", ${CITED}, reason: "r")`,
    ["UPDATED", "CREATED"],
    `actor(slug: "fiji") { memberships(ever: true) { nodes { role period { from to } } } }`,
    {
      memberships: {
        nodes: [
          { role: "OBSERVER", period: { from: "2024-03", to: "2025-05-01" } },
          { role: "MEMBER", period: { from: "2025-05-01", to: null } },
        ],
      },
    },
  ],
  [
    () =>
      `leaveAlliance(id: "suva-talks/fiji/member", on: "2025-12-31", citations: [{ article: "fiji-times", exact: "Fiji leaves" }], reason: "r")`,
    ["UPDATED"],
    `actor(slug: "fiji") { memberships(ever: true, role: MEMBER) { nodes { period { from to } citations { exact } } } }`,
    {
      memberships: {
        nodes: [
          { period: { from: "2025-05-01", to: "2025-12-31" }, citations: [{ exact: null }, { exact: "Fiji leaves" }] },
        ],
      },
    },
  ],
  [
    () =>
      `joinAlliance(input: { alliance: "suva-talks", actor: "fiji", role: MEMBER, from: "2026-02-01", ${CITED} }, reason: "it joined again")`,
    ["CREATED"],
    `actor(slug: "fiji") { memberships(ever: true, role: MEMBER) { nodes { period { from to } } } }`,
    {
      memberships: {
        nodes: [{ period: { from: "2025-05-01", to: "2025-12-31" } }, { period: { from: "2026-02-01", to: null } }],
      },
    },
  ],
  [
    () => `editMembership(id: "suva-talks/fiji/member-2", input: { from: "2026-02-02" }, reason: "r")`,
    ["UPDATED"],
    `actor(slug: "fiji") { memberships(ever: true, role: MEMBER, last: 1) { nodes { period { from } } } }`,
    { memberships: { nodes: [{ period: { from: "2026-02-02" } }] } },
  ],
  [
    async () => `setRank(id: "${await membershipId()}", rank: DEPRECATED, reason: "r")`,
    ["UPDATED"],
    `actor(slug: "fiji") { memberships(ever: true, role: OBSERVER) { nodes { rank } } }`,
    { memberships: { nodes: [{ rank: "DEPRECATED" }] } },
  ],
];

it("tells of each of several mutations in one request as of its own revision", async () => {
  const edit = (name: string, more = "") =>
    `editActor(id: "india", input: { name: "${name}" }, reason: "r"${more}) { node { ... on Actor { name } } errors { changes { fields { after } } } }`;
  const { data } = await post(
    "editor",
    `mutation { a: ${edit("Bharat")} b: ${edit("Hindustan")} c: ${edit("India", ", ifRevision: 1")} }`,
  );
  expect(data).toMatchObject({ a: { node: { name: "Bharat" } }, b: { node: { name: "Hindustan" } } });
  const { changes } = data!["c"]!.errors[0]!;
  expect(changes.map(({ fields }) => fields[0]?.after)).toEqual(["Bharat", "Hindustan"]);
});

async function membershipId(): Promise<string> {
  const { data } = await ask<{ actor: { memberships: { nodes: { id: string }[] } } }>(
    `{ actor(slug: "fiji") { memberships(ever: true, role: OBSERVER) { nodes { id } } } }`,
  );
  return data.actor.memberships.nodes[0]!.id;
}

describe("each mutation, one after the other", () => {
  it.each(good)("%s", async (call, actions, read, expected) => {
    const text = await call();
    const before = await contents();
    const dry = await mutate(text.replace(/reason: "[^"]*"\)$/, 'dryRun: true, reason: "r")'));
    expect(dry).toMatchObject({ revision: null, node: null, nodes: [], errors: [] });
    expect(dry.preview.map(({ action }) => action)).toEqual(actions);
    expect(await contents()).toEqual(before);

    const made = await mutate(text);
    expect(made.errors).toEqual([]);
    expect(made.preview).toEqual([]);
    expect(made.node).not.toBeNull();
    expect(made.revision!.author).toBe("Ada the editor");
    const { data } = await ask(
      `{ answer: ${read} revisions(first: 1) { nodes { number changes { nodes { action } } } } }`,
    );
    expect(data["answer"]).toEqual(expected);
    expect(data["revisions"]).toMatchObject({
      nodes: [{ number: made.revision!.number, changes: { nodes: actions.map((action) => ({ action })) } }],
    });
  });
});

it("previews 500 nodes of a dry run, and 2000 fields of these", async () => {
  const article = (index: number) =>
    `{ slug: "a-${index}", title: "A", language: "en", url: "https://example.org/${index}", summary: "S" }`;
  const articles = Array.from({ length: 501 }, (_, index) => article(index)).join();
  const { preview, errors } = await mutate(
    `applyChangeset(input: { articles: [${articles}] }, dryRun: true, reason: "r")`,
    {},
    { settings: LONG },
  );
  expect(errors).toEqual([]);
  expect(preview).toHaveLength(500);
  expect(preview.flatMap(({ fields }) => fields)).toHaveLength(2000);
});
