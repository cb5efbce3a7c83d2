import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { contents } from "../changes/database.ts";
import { loadDataset } from "../load-dataset.ts";
import { mutate, post } from "./send.ts";

beforeAll(loadDataset);

type When = "before" | "after";

/** D1 that fails at its nth call, before it has done it or after; counts the calls. */
function failing(n: number, when: When): { database: D1Database; calls: () => number } {
  let calls = 0;
  async function attempt<T>(call: () => Promise<T>): Promise<T> {
    calls += 1;
    const fails = calls === n;
    if (fails && when === "before") throw new Error("D1_ERROR: Network connection lost.");
    const result = await call();
    if (fails) throw new Error("D1_ERROR: Network connection lost.");
    return result;
  }
  const unwrapped = new WeakMap<D1PreparedStatement, D1PreparedStatement>();
  const wrap = (statement: D1PreparedStatement): D1PreparedStatement => {
    const wrapped = new Proxy(statement, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== "function") return member;
        if (name === "bind") return (...values: unknown[]) => wrap(target.bind(...values));
        return (...args: unknown[]) => attempt(() => member.apply(target, args) as Promise<unknown>);
      },
    });
    unwrapped.set(wrapped, statement);
    return wrapped;
  };
  const database = {
    prepare: (text: string) => wrap(env.DB.prepare(text)),
    batch: (statements: D1PreparedStatement[]) =>
      attempt(() => env.DB.batch(statements.map((one) => unwrapped.get(one) ?? one))),
  } as unknown as D1Database;
  return { database, calls: () => calls };
}

/** Calls that each write several rows, told apart by a name. */
const writes: Record<string, (name: string) => string> = {
  applyChangeset: (name) =>
    `applyChangeset(input: { actors: [{ slug: "${name}", type: STATE, name: "${name}" }], memberships: [{ alliance: "quad", actor: "${name}", role: OBSERVER, citations: [{ article: "china-responds-nato-in-asia" }] }] }, idempotencyKey: "${name}", reason: "${name}")`,
  editAlliance: (name) =>
    `editAlliance(id: "nato", input: { name: "${name}" }, idempotencyKey: "${name}", reason: "${name}")`,
  editActor: (name) =>
    `editActor(id: "japan", input: { name: "${name}", aliases: [] }, idempotencyKey: "${name}", reason: "${name}")`,
};

/** That no revision is open, none is numbered twice or left out, and the history is as the tables are. */
async function isWhole(): Promise<boolean> {
  const { revisions } = await contents();
  const numbers = (revisions as { number: number; open: number }[]).map(
    ({ number, open }, index) => number === index + 1 && open === 0,
  );
  const tables = ["actors", "memberships", "aliases", "citations"];
  const results = await env.DB.batch<{ n: number }>(
    tables.map((table) =>
      env.DB.prepare(
        `select (select count(*) from ${table}) - (select count(*) from ${table}_history where to_revision is null) as n`,
      ),
    ),
  );
  return numbers.every(Boolean) && results.every(({ results: [row] }) => row?.n === 0);
}

const made = (reason: string) =>
  env.DB.prepare("select count(*) as n from revisions where reason = ?").bind(reason).first("n");

describe.each(Object.keys(writes))("a database that fails at any call of %s", (mutation) => {
  it.each(["before", "after"] as const)("%s doing it, tears nothing, doubles nothing, loses nothing", async (when) => {
    vi.spyOn(console, "log").mockImplementation(() => undefined);
    let failures = 0;
    for (let n = 1; ; n += 1) {
      const name = `${mutation.toLowerCase()}-${when}-${n}`;
      const { database, calls } = failing(n, when);
      const call = writes[mutation]!(name);
      const { data } = await post(
        "editor",
        `mutation { answer: ${call} { revision { number } errors { code } } }`,
        {},
        database,
      );
      if (calls() < n) break;
      failures += 1;
      expect(await isWhole()).toBe(true);
      expect(await made(name)).toBeLessThanOrEqual(1);
      const first = data?.["answer"]?.revision?.number;
      const again = await mutate(call);
      expect(again.errors).toEqual([]);
      expect(again.revision!.reason).toBe(name);
      expect(first === undefined || first === again.revision!.number).toBe(true);
      expect(await made(name)).toBe(1);
      expect(await mutate(call)).toEqual(again);
    }
    expect(failures).toBeGreaterThan(4);
    expect(await isWhole()).toBe(true);
    vi.restoreAllMocks();
  });
});
