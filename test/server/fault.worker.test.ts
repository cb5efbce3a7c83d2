import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { ATTEMPTS } from "../../drizzle/client/guarded-client.ts";
import { backoff } from "../../src/domain/fault/backoff.ts";
import { COOLDOWN_MS } from "../../src/domain/fault/circuit-breaker.ts";
import {
  faulty,
  faultyAt,
  lost,
  overload,
  overloaded,
  throwing,
  tooLarge,
  transient,
  type Fault,
} from "../faulty-database.ts";
import { holdClock, later } from "../held-clock.ts";
import { loadDataset } from "../load-dataset.ts";
import { type Answer, asking, fetchOver, JAPAN, readings } from "./asking-faulty.ts";

beforeAll(loadDataset);

let lines: string[];
beforeEach(() => {
  holdClock();
  lines = [];
  vi.spyOn(console, "log").mockImplementation((line: string) => void lines.push(line));
});
afterEach(() => {
  vi.useRealTimers();
});

const whens = ["before", "after"] as const;
/** What a statement waits at most before its second attempt and its third. */
const LONGEST_BACKOFF_MS = backoff(1, () => 1) + backoff(2, () => 1);
const RESPONSE_TYPE = "application/graphql-response+json";

describe.each(Object.entries(readings))("%s", (_, request) => {
  let undisturbed: Answer;
  let calls: number;
  /** The answers where this goes wrong with the first call alone, with the second alone, and so on. */
  async function each(fault: Fault, times = 1) {
    const numbers = Array.from({ length: calls }, (_, index) => index + 1);
    return Promise.all(
      numbers.map(async (n) => {
        const { database, calls: made } = faultyAt(n, fault, times);
        return { n, made, ...(await fetchOver(database, request())) };
      }),
    );
  }

  beforeAll(async () => {
    const { database, calls: made } = faulty(() => undefined);
    holdClock();
    undisturbed = await fetchOver(database, request());
    calls = made.length;
    vi.useRealTimers();
  });

  it("takes at least one call of D1", () => {
    expect(undisturbed.status).toBe(200);
    expect(calls).toBeGreaterThan(0);
  });

  it.each(transient)("is answered as ever where a call, whichever, throws once: %s", async (throws) => {
    for (const when of whens) {
      for (const { made, status, body } of await each(throwing(throws, when))) {
        expect({ status, body }).toEqual({ status: 200, body: undisturbed.body });
        expect(made).toHaveLength(calls + 1);
      }
    }
  });

  it("is answered as ever where a call throws all times but the last", async () => {
    for (const { body } of await each(throwing(lost), ATTEMPTS - 1)) {
      expect(body).toBe(undisturbed.body);
    }
  });

  it("is told to come again where calls go on throwing", async () => {
    for (const { n, status, body, milliseconds, retryAfter } of await each(throwing(lost), 99)) {
      expect(milliseconds).toBeLessThanOrEqual(LONGEST_BACKOFF_MS);
      // What has begun can only break off.
      const isBroken = status === 200 && n === calls && body === null;
      expect(isBroken || (status === 503 && retryAfter === "1")).toBe(true);
    }
  });

  it.each(overload)(
    "is told so at once where D1 has too much to do, and the next without asking it: %s",
    async (text) => {
      const { database, calls: made } = faultyAt(1, throwing(text), 99);
      const first = await fetchOver(database, request());
      expect(first).toMatchObject({ status: 503, retryAfter: "1" });
      const before = made.length;
      expect(before).toBeLessThanOrEqual(calls);
      expect(await fetchOver(database, request())).toMatchObject({ status: 503, body: first.body, retryAfter: "1" });
      expect(made).toHaveLength(before);
    },
  );

  it("is answered again half a second after the end of an overload", async () => {
    const { database } = faultyAt(1, throwing(overloaded));
    expect((await fetchOver(database, request())).status).toBe(503);
    await later(COOLDOWN_MS - 1);
    expect((await fetchOver(database, request())).status).toBe(503);
    await later(1);
    expect((await fetchOver(database, request())).body).toBe(undisturbed.body);
  });
});

describe("an answer of GraphQL while D1 cannot be reached", () => {
  const down = () => faultyAt(1, throwing(lost), 99).database;

  it.each([
    ["a field that may be null", JAPAN],
    ["one that may not", `{ actors(first: 1) { totalCount } }`],
    ["several of both", `{ actor(slug: "japan") { name } alliance(slug: "nato") { name } actors { totalCount } }`],
  ])("is 503 with the code UNAVAILABLE, in either media type: %s", async (_, query) => {
    for (const accept of ["application/json", RESPONSE_TYPE]) {
      const answer = await fetchOver(down(), asking(query, { accept }));
      expect(answer).toMatchObject({ status: 503, code: "UNAVAILABLE", retryAfter: "1" });
      expect(answer.contentType).toContain(accept);
      expect(JSON.parse(answer.body!)).toMatchObject({ data: null });
    }
  });

  it("is 503 before there is anything to answer, where the revision cannot be looked up", async () => {
    for (const accept of ["application/json", RESPONSE_TYPE]) {
      const answer = await fetchOver(down(), asking(JAPAN, { accept, "entente-revision": "1" }));
      expect(answer).toMatchObject({ status: 503, code: "UNAVAILABLE", retryAfter: "1" });
      expect(answer.contentType).toContain(accept);
    }
  });

  it("is 200 with what there is, where some of it can be read", async () => {
    const { database } = faulty((_, text) => (/from "alliances"/.test(text) ? throwing(lost) : undefined));
    const answer = await fetchOver(
      database,
      asking(`{ japan: actor(slug: "japan") { name } nato: alliance(slug: "nato") { name } }`),
    );
    expect(answer).toMatchObject({ status: 200, code: "UNAVAILABLE", retryAfter: null });
    expect(answer.body).not.toMatch(/\bD1\b|D1_|sql|connection lost/i);
    expect(JSON.parse(answer.body!)).toMatchObject({
      data: { japan: { name: "Japan" }, nato: null },
      errors: [{ path: ["nato"] }],
    });
  });

  it.each(tooLarge)("is no 503, and no fault of ours, where the statement is too large: %s", async (throws) => {
    const { database, calls } = faultyAt(1, throwing(`${throws} (maximum depth 100): SQLITE_ERROR`), 99);
    const answer = await fetchOver(database, asking(JAPAN));
    expect(answer).toMatchObject({ status: 200, code: "COST_LIMIT_EXCEEDED", retryAfter: null });
    expect(calls).toHaveLength(1);
    expect(lines).toEqual([]);
  });

  it("is no 503 where the statement is at fault", async () => {
    const { database } = faultyAt(1, throwing("D1_ERROR: no such column: actors.secret: SQLITE_ERROR"), 99);
    const answer = await fetchOver(database, asking(JAPAN));
    expect(answer).toMatchObject({ status: 200, code: "INTERNAL_SERVER_ERROR", retryAfter: null });
    expect(answer.body).not.toMatch(/secret|SQLITE/);
  });

  it("logs what D1 said, once a statement, and nothing of those that were spared", async () => {
    const { database } = faultyAt(1, throwing(overloaded), 99);
    await fetchOver(database, asking(JAPAN));
    await fetchOver(database, asking(JAPAN));
    expect(lines.map((line) => (JSON.parse(line) as { message: string }).message)).toEqual([overloaded]);
  });
});
