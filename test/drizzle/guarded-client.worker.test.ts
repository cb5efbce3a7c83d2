import { env } from "cloudflare:workers";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { ATTEMPTS, GuardedClient } from "../../drizzle/client/guarded-client.ts";
import { CircuitBreaker } from "../../src/domain/fault/circuit-breaker.ts";
import { BrokenWrite, Unavailable } from "../../src/domain/fault/unavailable.ts";
import { noUsage } from "../../src/domain/usage.ts";
import worker from "../../src/worker.ts";
import { faulty, lost, throwing } from "../faulty-database.ts";
import { loadDataset } from "../load-dataset.ts";
import { fakeDatabase } from "../fake-database.ts";

beforeAll(loadDataset);
afterEach(() => {
  vi.useRealTimers();
});

function guarded(d1: D1Database = env.DB, random: () => number = () => 0) {
  const usage = noUsage();
  return { usage, client: new GuardedClient(d1, new CircuitBreaker(Date.now), usage, random) };
}

/** What comes of it, or the error, for a clock that is yet to be moved on. */
const outcomeOf = (work: Promise<unknown>): Promise<unknown> => work.catch((error: unknown) => error);

const ACTORS = "select id, slug, name from actors order by id limit ?";

describe("a guarded client", () => {
  it("gives what D1 gives, in every way of asking", async () => {
    const { client } = guarded();
    const own = env.DB.prepare(ACTORS).bind(3);
    const statement = client.prepare(ACTORS).bind(3);
    const { results } = await own.all();
    for (const ask of ["all", "run"] as const) expect((await statement[ask]()).results).toEqual(results);
    expect(await statement.raw()).toEqual(await own.raw());
    expect(await statement.first()).toEqual(results[0]);
    expect(await statement.first("slug")).toBe(results[0]?.["slug"]);
    expect((await client.batch([statement, statement])).map((one) => one.results)).toEqual([results, results]);
    const none = client.prepare(ACTORS).bind(0);
    expect([await none.first(), await none.first("slug"), await none.raw()]).toEqual([null, null, []]);
  });

  it("counts the statements, rows and time that D1 counts", async () => {
    const { client, usage } = guarded();
    const { meta } = await client.prepare(ACTORS).bind(3).all();
    expect(meta.rows_read).toBeGreaterThan(0);
    expect(usage).toEqual({ statements: 1, rowsRead: meta.rows_read, rowsWritten: 0, milliseconds: meta.duration });
    const insert = "insert into receipts (subject, key, request, state) values (?, 'k', 'r', 1)";
    await client.batch(["one", "two"].map((subject) => client.prepare(insert).bind(subject)));
    expect(usage.statements).toBe(3);
    expect(usage.rowsWritten).toBeGreaterThanOrEqual(2);
    expect(usage.milliseconds).toBeGreaterThanOrEqual(meta.duration);
  });

  it("counts a statement each time that it is sent", async () => {
    let failures = 0;
    const { client, usage } = guarded(faulty(() => ((failures += 1) < ATTEMPTS ? throwing(lost) : undefined)).database);
    await client.prepare(ACTORS).bind(1).all();
    expect(usage.statements).toBe(ATTEMPTS);
  });

  it.each([
    [0, [50, 100]],
    [0.5, [75, 150]],
    [0.98, [99, 198]],
  ])("waits before it tries again as chance has it: %d", async (random, waits) => {
    vi.useFakeTimers();
    const { database, calls } = faulty(() => throwing(lost));
    const { client } = guarded(database, () => random);
    const outcome = outcomeOf(client.prepare("select 1").all());
    for (const [index, wait] of waits.entries()) {
      await vi.advanceTimersByTimeAsync(wait - 1);
      expect(calls).toHaveLength(index + 1);
      await vi.advanceTimersByTimeAsync(1);
      expect(calls).toHaveLength(index + 2);
    }
    expect(await outcome).toBeInstanceOf(Unavailable);
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each([
    "insert or ignore into receipts (subject, key, request, state) values ('s', 'k', 'r', 1)",
    "with one as (select 1) delete from receipts where subject in one",
    "update receipts set state = 1",
    "pragma defer_foreign_keys = on",
  ])("does not send again what may have written: %s", async (text) => {
    const { database, calls } = faulty(() => throwing(lost, "after"));
    const { client } = guarded(database);
    await expect(client.prepare(text).all()).rejects.toThrow(BrokenWrite);
    await expect(client.batch([client.prepare("select 1"), client.prepare(text)])).rejects.toThrow(BrokenWrite);
    expect(calls).toHaveLength(2);
  });

  it("hands on what is the statement's own fault", async () => {
    const { client, usage } = guarded();
    await expect(client.prepare("select nobody from actors").all()).rejects.toThrow("no such column: nobody");
    expect(usage.statements).toBe(1);
  });

  it("sends nothing once it is given up, not even what it was about to send again", async () => {
    vi.useFakeTimers();
    const { database, calls } = faulty(() => throwing(lost));
    const { client } = guarded(database);
    const outcome = outcomeOf(client.prepare("select 1").all());
    await vi.advanceTimersByTimeAsync(10);
    client.giveUp();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await outcome).toMatchObject({ code: "DEADLINE_EXCEEDED" });
    await expect(client.batch([client.prepare("select 1")])).rejects.toMatchObject({ code: "DEADLINE_EXCEEDED" });
    expect(calls).toHaveLength(1);
  });
});

describe("a statement of Drizzle", () => {
  const questions = import.meta.glob<string>("../queries/*.graphql", { query: "?raw", import: "default", eager: true });
  const variables = import.meta.glob<object>("../queries/*.variables.json", { import: "default", eager: true });

  /** D1 that holds the values of each row by its names against those that it gives without names. */
  function comparing() {
    let rows = 0;
    const wrap = (statement: D1PreparedStatement) => ({
      bind: (...values: unknown[]) => wrap(statement.bind(...values)),
      all: async () => {
        const [named, raw] = [await statement.all(), await statement.raw()];
        expect(named.results.map((row) => Object.values(row))).toEqual(raw);
        rows += raw.length;
        return named;
      },
    });
    const prepare = (text: string) => wrap(env.DB.prepare(text)) as unknown as D1PreparedStatement;
    const database = fakeDatabase({ prepare });
    return { database, rows: () => rows };
  }

  it("has no two columns of one name", async () => {
    const { database, rows } = comparing();
    for (const [file, query] of Object.entries(questions)) {
      const body = JSON.stringify({ query, variables: variables[file.replace(".graphql", ".variables.json")] });
      const headers = { "content-type": "application/json" };
      const request = new Request("http://localhost/graphql", { method: "POST", headers, body });
      const response = await worker.fetch(request as never, { ...env, DB: database });
      expect(await response.json()).not.toHaveProperty("errors");
    }
    expect(rows()).toBeGreaterThan(100);
  });
});
