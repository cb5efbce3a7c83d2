import { beforeAll, describe, expect, it } from "vitest";
import { contents } from "../changes/database.ts";
import { faulty } from "../faulty-database.ts";
import { loadDataset } from "../load-dataset.ts";
import { ask } from "../ask.ts";
import { env } from "cloudflare:workers";
import { revise } from "../../src/changes/write/revision.ts";
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

describe("what is told twice", () => {
  const aliases = async (slug: string) =>
    (await ask<{ actor: { aliases: { name: string }[] } }>(`{ actor(slug: "${slug}") { aliases { name } } }`)).data
      .actor.aliases;

  it("changes nothing, in a list and by itself; as another sort it is refused", async () => {
    const add = (sort: string, name = "Oz") =>
      mutate(`addAlias(id: "australia", input: { name: "${name}", sort: ${sort} }, reason: "r")`);
    expect((await add("VARIANT")).errors).toEqual([]);
    expect(await add("VARIANT")).toMatchObject({ revision: null, errors: [] });
    expect((await add("NATIVE")).errors).toMatchObject([
      { path: ["input"], message: expect.stringContaining("is there already, as VARIANT") as string },
    ]);
    const alias = `{ name: "Terra", sort: VARIANT }`;
    await mutate(`editActor(id: "italy", input: { aliases: [${alias}, ${alias}] }, reason: "r")`);
    expect(await aliases("italy")).toEqual([{ name: "Terra" }]);
    const cite = `addCitation(id: "nato/norway/member", input: { article: "china-responds-nato-in-asia" }, reason: "r")`;
    expect((await mutate(cite)).errors).toEqual([]);
    expect(await mutate(cite)).toMatchObject({ revision: null, errors: [] });
  });

  it("and was entered twice before that was looked for, can be taken out, and is in no other edit's way", async () => {
    const { id } = (await env.DB.prepare("select id from actors where slug = 'germany'").first<{ id: number }>())!;
    const insert = (name: string, sort: string) =>
      `insert into aliases (actor_id, name, sort) values (${id}, '${name}', '${sort}')`;
    await revise(env.DB, { at: "2026-11-30T00:00:00.000Z", author: "test", reason: "r" }, [
      insert("Reich", "FORMER"),
      insert("Reich", "FORMER"),
      insert("Bund", "NATIVE"),
      insert("Bund", "VARIANT"),
    ]);
    expect((await mutate(`editActor(id: "germany", input: { description: "A state" }, reason: "r")`)).errors).toEqual(
      [],
    );
    expect((await mutate(`removeAlias(id: "germany", name: "Reich", reason: "r")`)).errors).toEqual([]);
    expect((await aliases("germany")).filter(({ name }) => name === "Reich")).toEqual([]);
  });
});

it("takes an id, a slug or a key under one name, and says what is wrong with it", async () => {
  const text = (error: { message: string } | undefined) => error?.message;
  const alias = (of: string) => `addAlias(${of}, input: { name: "Ganz", sort: VARIANT }, dryRun: true, reason: "r")`;
  expect((await mutate(alias(`id: "japan"`))).errors).toEqual([]);
  expect((await mutate(alias(`of: "japan"`))).errors).toEqual([]);
  expect((await mutate(alias(`id: "aukus"`))).errors).toEqual([]);
  expect((await mutate(`addAlias(input: { name: "G", sort: VARIANT }, reason: "r")`)).errors).toMatchObject([
    { path: ["id"] },
  ]);
  expect((await mutate(alias(`id: "japan", of: "japan"`))).errors).toMatchObject([{ path: ["of"] }]);
  const two = await mutate(alias(`id: "nato"`));
  expect(text(two.errors[0])).toMatch(
    /^nato is an actor \(\w+\) and an alliance \(\w+\): give the id of the one that you mean$/,
  );
  const dry = `dryRun: true, reason: "r"`;
  expect(
    (
      await mutate(
        `addCitation(id: "nato/norway/member", input: { article: "china-responds-nato-in-asia", exact: "x" }, ${dry})`,
      )
    ).errors,
  ).toEqual([]);
  expect((await mutate(`setRank(id: "nato/norway/member", rank: PREFERRED, ${dry})`)).errors).toEqual([]);
  expect((await mutate(`retract(id: "nato/norway/member", ${dry})`)).preview).toMatchObject([{ action: "RETRACTED" }]);
  expect(
    (await mutate(`applyChangeset(input: { retract: ["nato/norway/member", "nato/norway/member"] }, ${dry})`)).preview,
  ).toHaveLength(1);
  expect((await mutate(`attest(ids: ["nato/norway/member"], day: "2026-11-01", ${dry})`)).errors).toEqual([]);
  const japan = await idOf('actor(slug: "japan")');
  const wrong = await mutate(`setRank(id: "${japan}", rank: PREFERRED, ${dry})`);
  expect(text(wrong.errors[0])).toContain("and that is the id of an actor");
});

it.each([
  ["attest", (ids: string) => `attest(ids: [${ids}], day: "2026-11-01", dryRun: true, reason: "r")`],
  ["applyChangeset", (ids: string) => `applyChangeset(input: { retract: [${ids}] }, dryRun: true, reason: "r")`],
])("%s takes as many statements for many keys as for one", async (_, call) => {
  const statements = async (states: readonly string[]) => {
    const { database, calls } = faulty(() => undefined);
    const ids = states.map((state) => `"nato/${state}/member"`).join(" ");
    const { errors, preview } = await mutate(call(ids), {}, { database });
    expect(errors).toEqual([]);
    expect(preview).toHaveLength(states.length);
    return calls.flatMap((text) => text.split(";\n")).length;
  };
  expect(await statements(["norway", "italy", "germany", "france", "canada"])).toBe(await statements(["norway"]));
});

it("takes a text as a PDF has it, and keeps it in one writing, a quotation as printed", async () => {
  const statement = `form: QUOTE, language: "fr", speaker: "france", article: "china-responds-nato-in-asia"`;
  const printed = "Un cafe\\u0301,\\r\\nde\\u0301ja\\u0300";
  const cited = (exact: string) => `citations: [{ article: "china-responds-nato-in-asia", exact: "${exact}" }]`;
  const made = await mutate(
    `addStatement(input: { ${statement}, text: "${printed}", ${cited(printed)} }, reason: "r")`,
  );
  expect(made.errors).toEqual([]);
  const { data } = await ask(`{ node(id: "${made.node!.id}") { ... on Statement { text citations { exact } } } }`);
  expect(data["node"]).toEqual({
    text: "Un caf\u00e9,\nd\u00e9j\u00e0",
    citations: [{ exact: "Un cafe\u0301,\r\nde\u0301ja\u0300" }],
  });
  const { errors } = await mutate(
    `addStatement(input: { ${statement}, text: "C'est \\"non\\"", ${cited("C’est \\u00ab\\u00a0non\\u00a0\\u00bb")} }, reason: "r")`,
  );
  expect(errors).toMatchObject([{ path: ["input", "text"] }]);
  const other = await mutate(
    `addStatement(input: { ${statement}, text: "C'est non", ${cited("C’est\\u00a0non")} }, reason: "r")`,
  );
  expect(other.errors[0]?.message).toContain("quotation marks or apostrophes");
  expect(other.errors[0]?.message).toContain("no-break");
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
