import { env } from "cloudflare:workers";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { Unavailable } from "../../../src/domain/fault/unavailable.ts";
import { deadline, eachInTime } from "../../../src/server/limit/deadline.ts";
import { usualSettings } from "../../../src/server/settings.ts";
import { faulty, faultyAt, hanging, taking } from "../../faulty-database.ts";
import { holdClock, later, wait } from "../../held-clock.ts";
import { loadDataset } from "../../load-dataset.ts";
import { asking, fetchOver, JAPAN, readings } from "../asking-faulty.ts";
import { ISSUER, makeKey } from "../auth/issuer.ts";

beforeAll(loadDataset);
beforeEach(() => {
  holdClock();
  vi.spyOn(console, "log").mockImplementation(() => undefined);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const SHORT = { LIMIT_DEADLINE_MS: 500 };
const whens = ["before", "after"] as const;

/** Does it for each sort of request at once. */
const eachReading = async (check: (name: string, request: () => Request) => Promise<void>): Promise<void> => {
  await Promise.all(Object.entries(readings).map(([name, request]) => check(name, request)));
};

describe("every sort of request", () => {
  it("is answered after three seconds where D1 hangs", () =>
    eachReading(async (_, request) => {
      const answer = await fetchOver(faultyAt(1, hanging("before")).database, request());
      expect(answer).toMatchObject({ status: 503, retryAfter: "1" });
      expect(answer.milliseconds).toBe(usualSettings.deadlineMs);
    }));

  it.each(whens)("is answered, or breaks off, by the deadline at whatever call D1 hangs, %s doing it", (when) =>
    eachReading(async (name, request) => {
      for (let n = 1; ; n += 1) {
        const { database, calls } = faultyAt(n, hanging(when));
        const { status, body, milliseconds } = await fetchOver(database, request(), SHORT);
        if (calls.length < n) break;
        expect(milliseconds).toBe(SHORT.LIMIT_DEADLINE_MS);
        // What has begun can only break off.
        const isBroken = name === "an export" && body === null;
        expect(isBroken || status === 503).toBe(true);
      }
    }),
  );

  it("is answered where D1 takes a second for each call, if no more than two have to wait for each other, and half of it where more do", () =>
    eachReading(async (name, request) => {
      const isLong = name === "a reconciliation by a property" || name === "a data extension";
      const { database } = faulty(() => taking(isLong ? 500 : 1_000));
      const { status, milliseconds } = await fetchOver(database, request());
      expect([name, status]).toEqual([name, 200]);
      // It has the whole time again for each of its pages.
      expect(milliseconds).toBeLessThan(name === "an export" ? 2 * usualSettings.deadlineMs : usualSettings.deadlineMs);
    }));
});

describe("a request whose time is up", () => {
  it("has the code DEADLINE_EXCEEDED, in either media type", async () => {
    for (const accept of ["application/json", "application/graphql-response+json"]) {
      const { database } = faultyAt(1, hanging("before"));
      const answer = await fetchOver(database, asking(JAPAN, { accept }), SHORT);
      expect(answer).toMatchObject({ status: 503, code: "DEADLINE_EXCEEDED", retryAfter: "1" });
      expect(answer.contentType).toContain(accept);
    }
  });

  it.each(["a pinned query", "a suggestion", "an export"])("sends no further statement: %s", async (name) => {
    const { database, calls } = faulty(() => taking(800));
    const { status } = await fetchOver(database, readings[name]!(), SHORT);
    expect(status).toBe(503);
    const sent = calls.length;
    await later(1_000);
    // A suggestion has two on their way at once.
    expect([sent, calls.length]).toEqual(name === "a suggestion" ? [2, 2] : [1, 1]);
  });

  it("is a line of the log and a data point, once, though what was asked is found out too late", async () => {
    const lines = vi.spyOn(console, "log").mockImplementation(() => undefined);
    const points: object[] = [];
    const METRICS = { writeDataPoint: (point: object) => void points.push(point) };
    const { database } = faulty(() => taking(800));
    const response = await fetchOver(database, asking(JAPAN), { ...SHORT, METRICS, LOG_REQUESTS: true });
    expect(response.status).toBe(503);
    await later(1_000);
    const logged = lines.mock.calls.map(([line]) => JSON.parse(String(line)) as Record<string, unknown>);
    expect(logged.filter(({ level }) => level === "info")).toMatchObject([
      { operation: "other", status: 503, outcome: "DEADLINE_EXCEEDED", cache: "none" },
    ]);
    expect(points).toMatchObject([{ blobs: ["other", "DEADLINE_EXCEEDED", "none", "miss"] }]);
  });

  it("does not wait for a body that never ends", async () => {
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    void writable.getWriter().write(new TextEncoder().encode(`{"query":`));
    const request = new Request("http://localhost/graphql", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: readable,
    });
    const answer = await fetchOver(env.DB, request, SHORT);
    expect(answer).toMatchObject({ status: 503, code: "DEADLINE_EXCEEDED" });
  });

  it("does not wait for a key server that never answers", async () => {
    vi.spyOn(globalThis, "fetch").mockImplementation(() => new Promise(() => undefined));
    const key = await makeKey("k1");
    const request = asking(JAPAN, { authorization: `Bearer ${await key.sign()}` });
    const settings = { AUTH_ISSUER: ISSUER, AUTH_AUDIENCE: "a", AUTH_JWKS_URL: "https://login.example.org/jwks" };
    const answer = await fetchOver(env.DB, request, { ...settings, ...SHORT });
    expect(answer).toMatchObject({ status: 503, code: "DEADLINE_EXCEEDED" });
  });
});

describe("the deadline", () => {
  const late = new Unavailable("DEADLINE_EXCEEDED", false);
  const inTime = deadline(1_000, { giveUp: () => late }, () => undefined);

  it("leaves no timer behind work that is done, or fails", async () => {
    const other = () => "late";
    expect(await inTime(Promise.resolve("done"), other)).toBe("done");
    await expect(inTime(Promise.reject(new Error("failed")), other)).rejects.toThrow("failed");
    expect(vi.getTimerCount()).toBe(0);
  });

  it("is not passed a millisecond earlier, and then at once", async () => {
    const outcome = vi.fn<(fault: Unavailable) => string>(() => "late");
    const answer = inTime(new Promise<string>(() => undefined), outcome);
    await vi.advanceTimersByTimeAsync(999);
    expect(outcome).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(await answer).toBe("late");
    expect(outcome).toHaveBeenCalledWith(late);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("begins anew with each part of a whole", async () => {
    async function* parts() {
      for (const part of [900, 900, 1_100]) {
        await wait(part);
        yield part;
      }
    }
    const whole = eachInTime(parts(), inTime);
    const read: number[] = [];
    const reading = (async () => {
      for await (const part of whole) read.push(part);
    })();
    const outcome = reading.catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(2_799);
    expect(read).toEqual([900, 900]);
    await vi.advanceTimersByTimeAsync(1);
    expect(await outcome).toBe(late);
  });
});
