import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it } from "vitest";
import { revise } from "../../src/changes/write/revision.ts";
import { ask, fetchNoting } from "../ask.ts";
import { contents, empty } from "../changes/database.ts";
import { faulty } from "../faulty-database.ts";
import { staleCount } from "../drizzle/index-state.ts";
import { post } from "./send.ts";

/** Changes data by SQL, and leaves folding to others. */
const write = (...statements: readonly string[]) =>
  revise(env.DB, { at: "2026-11-24T00:00:00.000Z", author: "test", reason: "by SQL" }, statements);

const FIVE = `INSERT INTO actors (slug, type, name) VALUES
  ('fiji', 'STATE', 'Fiji'), ('samoa', 'STATE', 'Samoa'), ('tonga', 'STATE', 'Tonga'), ('palau', 'STATE', 'Palau'), ('nauru', 'STATE', 'Nauru')`;

async function found(query: string): Promise<string[]> {
  const { data } = await ask<{ search: { nodes: { slug: string }[] } }>(
    `query ($query: String!) { search(query: $query) { nodes { ... on Actor { slug } } } }`,
    { query },
  );
  return data.search.nodes.map(({ slug }) => slug);
}

async function resolved(name: string): Promise<number> {
  const { data } = await ask<{ resolve: unknown[] }>(`query ($name: String!) { resolve(name: $name) { score } }`, {
    name,
  });
  return data.resolve.length;
}

async function told(): Promise<{ status: string; texts: string }> {
  const { response } = await fetchNoting(new Request("http://localhost/ready"));
  return response.json();
}

async function reindex(argument = ""): Promise<{ folded: number; stale: number }> {
  const { data, errors } = await post("admin", `mutation { reindex${argument} { folded stale } }`);
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data!["reindex"] as unknown as { folded: number; stale: number };
}

const revisions = async () => (await contents())["revisions"] as { author: string; reason: string }[];

beforeEach(async () => {
  await empty();
  await write(FIVE);
});

describe("rows that SQL wrote", () => {
  it("are told by /ready, which is ready all the same, and found by nobody before they are folded", async () => {
    expect(await told()).toMatchObject({ status: "ready", texts: expect.stringMatching(/^5 stale: /) });
    expect(await found("fiji")).toEqual([]);
    expect(await resolved("Fiji")).toBe(0);
    await reindex();
    expect(await told()).toMatchObject({ texts: "folded" });
    expect(await found("fiji")).toEqual(["fiji"]);
    expect(await resolved("Fiji")).toBe(1);
  });

  it("are found by their words of before, where they had some, until they are folded", async () => {
    await reindex();
    await write("UPDATE actors SET name = 'Viti' WHERE slug = 'fiji'");
    expect(await found("fiji")).toEqual(["fiji"]);
    await reindex();
    expect(await found("fiji")).toEqual([]);
    expect(await found("viti")).toEqual(["fiji"]);
  });

  it("are found no more once SQL has deleted them, and are stale no more", async () => {
    await reindex("(first: 2)");
    await write("DELETE FROM actors");
    expect(await staleCount()).toBe(0);
    for (const name of ["fiji", "samoa", "tonga"]) expect(await found(name)).toEqual([]);
  });
});

describe("the mutation reindex", () => {
  it("folds page by page until nothing is stale, and then makes one revision that changes no data", async () => {
    const { revisions: before, ...data } = await contents();
    expect(await reindex("(first: 2)")).toEqual({ folded: 2, stale: 3 });
    expect(await reindex("(first: 2)")).toEqual({ folded: 2, stale: 1 });
    expect(await found("tonga")).toEqual(["tonga"]);
    expect(await found("nauru")).toEqual([]);
    expect(await revisions()).toEqual(before);
    expect(await reindex("(first: 2)")).toEqual({ folded: 1, stale: 0 });
    expect(await found("nauru")).toEqual(["nauru"]);
    const after = await revisions();
    expect(after).toHaveLength(before!.length + 1);
    expect(after.at(-1)).toMatchObject({ author: "Ada the admin", subject: "admin", open: 0 });
    const { revisions: _, ...now } = await contents();
    expect(now).toEqual({ ...data, stale_entries: [] });
    expect(await reindex()).toEqual({ folded: 0, stale: 0 });
    expect(await revisions()).toEqual(after);
  });

  it("folds all anew where another version has folded them", async () => {
    await reindex();
    await env.DB.prepare("UPDATE text_versions SET version = version + 1").run();
    expect(await told()).toMatchObject({ status: "ready", texts: expect.stringMatching(/^all stale: /) });
    expect(await reindex("(first: 4)")).toEqual({ folded: 4, stale: 1 });
    expect(await told()).toMatchObject({ texts: expect.stringMatching(/^1 stale: /) });
    expect(await reindex("(first: 4)")).toEqual({ folded: 1, stale: 0 });
    expect(await told()).toMatchObject({ texts: "folded" });
  });

  it("tells of the revision that it made, and reads nothing once that is made", async () => {
    const { database, calls } = faulty(() => undefined);
    const { extensions } = await post("admin", "mutation { reindex { stale } }", {}, database);
    expect(extensions?.revision).toBe((await revisions()).length);
    expect(calls.at(-1)).toContain("INSERT INTO revisions");
    const again = await post("admin", "mutation { reindex { stale } }");
    expect(again.extensions?.revision).toBe(extensions?.revision);
  });

  it.each(["0", "-1", "1001"])("takes no page of %s", async (first) => {
    const { errors } = await post("admin", `mutation { reindex(first: ${first}) { folded } }`);
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
    expect(errors?.[0]?.message).toContain("Mutation.reindex");
    expect(await staleCount()).toBe(5);
  });

  it.each([
    [null, "UNAUTHENTICATED"],
    ["reader", "FORBIDDEN"],
    ["editor", "FORBIDDEN"],
  ] as const)("is nothing for %s, who is %s", async (role, code) => {
    const { errors } = await post(role, "mutation { reindex { folded } }");
    expect(errors).toMatchObject([{ extensions: { code } }]);
    expect(await staleCount()).toBe(5);
  });
});
