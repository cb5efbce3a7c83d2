import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { ATTEMPTS } from "../../drizzle/client/guarded-client.ts";
import { COOLDOWN_MS, MOST_MISSES } from "../../src/domain/fault/circuit-breaker.ts";
import { type Fault, faulty, faultyAt, hanging, lost, overloaded, taking, throwing } from "../faulty-database.ts";
import { holdClock, later, wait, whileTimePasses } from "../held-clock.ts";
import { loadDataset } from "../load-dataset.ts";
import { asking, fetchOver, JAPAN } from "./asking-faulty.ts";

beforeAll(loadDataset);
beforeEach(() => {
  holdClock();
  vi.spyOn(console, "log").mockImplementation(() => undefined);
});
afterEach(() => {
  vi.useRealTimers();
});

const OUTAGE_MS = 2_000;
const DEADLINE = { LIMIT_DEADLINE_MS: 600 };

interface Sent {
  status: number;
  /** When it was sent and answered, in milliseconds after the end of the outage. */
  sent: number;
  answered: number;
}

/** Has one request sent every 40 ms, from the beginning of an outage to two seconds after its end. */
async function sendThrough(fault: Fault) {
  let end = Infinity;
  const { database, calls } = faulty(() => (end === Infinity ? fault : undefined));
  const send = async (): Promise<Sent> => {
    const sent = Date.now();
    const { status } = await fetchOver(database, asking(JAPAN), DEADLINE);
    return { status, sent: sent - end, answered: Date.now() - end };
  };
  const answers: Promise<Sent>[] = [];
  const start = Date.now();
  let callsInOutage = 0;
  while (Date.now() - end < 2_000) {
    answers.push(send());
    await wait(40);
    if (end === Infinity && Date.now() - start >= OUTAGE_MS) {
      end = Date.now();
      callsInOutage = calls.length;
    }
  }
  return { sent: await Promise.all(answers), callsInOutage };
}

describe.each<[string, Fault, number]>([
  ["is overloaded", throwing(overloaded), 1 + OUTAGE_MS / COOLDOWN_MS],
  // Those that come before the third has failed three times, or has waited until the deadline.
  ["cannot be reached", throwing(lost), 40],
  ["hangs", hanging("before"), 30],
])("while D1 %s", (_, fault, mostCalls) => {
  it("every request is answered, few calls are made, and all is well within a second of the end", async () => {
    const { sent, callsInOutage } = await whileTimePasses(sendThrough(fault));
    expect(callsInOutage).toBeGreaterThan(1);
    expect(callsInOutage).toBeLessThanOrEqual(mostCalls);
    expect(sent.every(({ status }) => status === 200 || status === 503)).toBe(true);
    const first = sent.find(({ status }) => status === 200);
    expect(first?.answered).toBeLessThan(1_000);
    const after = sent.filter(({ sent: time }) => time >= 1_000);
    expect(after.length).toBeGreaterThan(10);
    expect(after.map(({ status }) => status)).toEqual(after.map(() => 200));
  });
});

describe("requests one after the other", () => {
  const ask = (database: D1Database) => fetchOver(database, asking(JAPAN), DEADLINE);

  it("are refused at once after three in a row that D1 left without an answer", async () => {
    const { database, calls } = faulty(() => hanging("before"));
    for (let n = 1; n <= MOST_MISSES; n += 1) {
      const answer = await ask(database);
      expect(answer.code).toBe("DEADLINE_EXCEEDED");
    }
    const refused = await ask(database);
    expect(refused).toMatchObject({ status: 503, code: "UNAVAILABLE" });
    expect(refused.milliseconds).toBe(0);
    expect(calls).toHaveLength(MOST_MISSES);
  });

  it("are refused at once after three in a row that D1 could not be reached for", async () => {
    const { database, calls } = faultyAt(1, throwing(lost), MOST_MISSES * ATTEMPTS);
    for (let n = 1; n <= MOST_MISSES + 1; n += 1) {
      const answer = await ask(database);
      expect(answer.code).toBe("UNAVAILABLE");
    }
    expect(calls).toHaveLength(MOST_MISSES * ATTEMPTS);
    await later(COOLDOWN_MS);
    const answer = await ask(database);
    expect(answer.status).toBe(200);
  });

  it("are all let through where D1 is only slow", async () => {
    const { database } = faulty(() => taking(400));
    const pinned = () => fetchOver(database, asking(JAPAN, { "entente-revision": "1" }), DEADLINE);
    for (let n = 1; n <= MOST_MISSES + 1; n += 1) {
      const answer = await pinned();
      expect(answer.code).toBe("DEADLINE_EXCEEDED");
    }
    const answer = await ask(database);
    expect(answer.status).toBe(200);
  });

  it("of one database do not suffer from another's overload", async () => {
    await ask(faultyAt(1, throwing(overloaded)).database);
    const answer = await ask(faulty(() => undefined).database);
    expect(answer.status).toBe(200);
  });
});
