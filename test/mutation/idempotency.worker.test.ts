import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it } from "vitest";
import { contents } from "../changes/database.ts";
import { faulty } from "../faulty-database.ts";
import { loadDataset } from "../load-dataset.ts";
import { idOf, mutate, type PayloadData, post } from "./send.ts";

beforeAll(loadDataset);

const CITED = `citations: [{ article: "china-responds-nato-in-asia" }]`;

describe("a request under an idempotency key", () => {
  it("is answered as the first time, and done once", async () => {
    const call = `joinAlliance(input: { alliance: "quad", actor: "nato", role: OBSERVER, ${CITED} }, idempotencyKey: "one", reason: "r")`;
    const first = await mutate(call);
    expect(first.revision).not.toBeNull();
    await mutate(`editMembership(id: "quad/nato/observer", input: { from: "2025" }, reason: "later")`);
    const before = await contents();
    expect(await mutate(call)).toEqual(first);
    expect(await contents()).toEqual(before);
  });

  it("is known by what it says, in whatever order", async () => {
    const first = await mutate(
      `editActor(id: "japan", input: { name: "Nihon", description: "An island state" }, idempotencyKey: "two", reason: "r")`,
    );
    expect(
      await mutate(
        `editActor(idempotencyKey: "two", reason: "r", input: { description: "An island state", name: "Nihon" }, id: "japan", dryRun: false)`,
      ),
    ).toEqual(first);
  });

  it.each([
    ["other fields", `editActor(id: "japan", input: { name: "Nippon" }, idempotencyKey: "two", reason: "r")`],
    [
      "another reason",
      `editActor(id: "japan", input: { name: "Nihon", description: "An island state" }, idempotencyKey: "two", reason: "s")`,
    ],
    [
      "another mutation",
      `editAlliance(id: "quad", input: { name: "Nihon", description: "An island state" }, idempotencyKey: "two", reason: "r")`,
    ],
  ])("is refused with %s than the first", async (_, call) => {
    const { revision, errors } = await mutate(call);
    expect(revision).toBeNull();
    expect(errors).toMatchObject([{ code: "BAD_USER_INPUT", path: ["idempotencyKey"] }]);
  });

  it("is another's where another sends it", async () => {
    const call = `editActor(id: "australia", input: { name: "Oz" }, idempotencyKey: "two", reason: "r")`;
    const made = await mutate(call, {}, { role: "admin" });
    expect(made).toMatchObject({ revision: { author: "Ada the admin" }, errors: [] });
  });

  it("that had nothing to change has nothing to change the second time either", async () => {
    const call = `editActor(id: "china", input: { name: "China" }, idempotencyKey: "three", reason: "r")`;
    const first = await mutate(call);
    expect(first).toMatchObject({ revision: null, errors: [], node: { name: "China" } });
    await mutate(`editActor(id: "china", input: { name: "PRC" }, reason: "r")`);
    expect(await mutate(call)).toEqual(first);
  });

  it("that was refused may come again under it, put right", async () => {
    const call = (name: string) =>
      `addActor(input: { slug: "fiji", type: STATE, name: "${name}" }, idempotencyKey: "four", reason: "r")`;
    expect((await mutate(call(""))).errors).toHaveLength(1);
    expect((await mutate(call("Fiji"))).errors).toEqual([]);
  });

  it("keeps no trace of a dry run", async () => {
    const call = (dry: boolean) =>
      `addActor(input: { slug: "tonga", type: STATE, name: "Tonga" }, idempotencyKey: "five", dryRun: ${dry}, reason: "r")`;
    expect((await mutate(call(true))).preview).toHaveLength(1);
    expect((await mutate(call(false))).revision).not.toBeNull();
  });

  it("is done once where it comes many times at once", async () => {
    const call = `addAlias(of: "${await idOf('actor(slug: "china")')}", input: { name: "Middle Kingdom", sort: VARIANT }, idempotencyKey: "six", reason: "r")`;
    const answers = await Promise.all(Array.from({ length: 12 }, () => mutate(call)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const count = await env.DB.prepare("select count(*) as n from aliases where name = 'Middle Kingdom'").first("n");
    expect(count).toBe(1);
  });

  it("is answered as the first time where the first is done after this one has looked for it", async () => {
    const call = `addActor(input: { slug: "nauru", type: STATE, name: "Nauru" }, idempotencyKey: "seven", reason: "r")`;
    const firsts: PayloadData[] = [];
    const { database } = faulty((_, text) =>
      firsts.length > 0 || !text.includes("FROM receipts")
        ? undefined
        : async (look) => {
            const found = await look();
            firsts.push(await mutate(call));
            return found;
          },
    );
    expect([await mutate(call, {}, { database })]).toEqual(firsts);
    expect(firsts[0]?.revision).not.toBeNull();
  });
});

describe("the revision that the answer of a mutation tells of is in its extensions", () => {
  const edit = (name: string, more = "") =>
    `editActor(id: "ruritania", input: { name: "${name}" }, reason: "r"${more}) { revision { number } errors { path } }`;
  const told = async (text: string) => (await post("editor", `mutation { ${text} }`)).extensions?.revision;

  it("of what was written, and the same when it is sent again", async () => {
    const made = `addActor(input: { slug: "ruritania", type: STATE, name: "Fiji" }, reason: "r", idempotencyKey: "told") { revision { number } }`;
    const { data, extensions } = await post("editor", `mutation { made: ${made} }`);
    expect(extensions?.revision).toBe(data!["made"]!.revision!.number);
    expect(extensions?.lineage).toBe(await env.DB.prepare("select lineage from lineages").first("lineage"));
    const later = await told(edit("Viti"));
    expect(later).toBe(extensions!.revision! + 1);
    expect(await told(made)).toBe(extensions!.revision);
  });

  it("is the newest where nothing was written, and of several mutations the last one's", async () => {
    const newest = await env.DB.prepare("select max(number) as n from revisions").first<number>("n");
    expect(await told(edit("Viti"))).toBe(newest);
    expect(await told(edit("Fidji", ", dryRun: true"))).toBe(newest);
    expect(await told(edit(""))).toBe(newest);
    expect(await told(`a: ${edit("Fiji")} b: ${edit("Viti")} c: ${edit("")}`)).toBe(newest! + 2);
  });

  it("of a reindex, too", async () => {
    const { extensions } = await post("admin", "mutation { reindex { stale } }");
    expect(extensions?.revision).toBe(await env.DB.prepare("select max(number) as n from revisions").first("n"));
  });
});
