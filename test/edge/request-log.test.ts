import { describe, expect, it } from "vitest";
import { exchangeOf, type Exchange } from "../../src/edge/exchange.ts";
import { type Metrics, record, timingOf } from "../../src/edge/request-log.ts";
import type { Found } from "../../src/edge/shared-answer.ts";
import { serverTiming } from "../../src/edge/server-timing.ts";

const timing = { prepared: 1.26, sql: 3.04, statements: 2, rows: 17, total: 5, cache: "none" } as const;

describe("the header Server-Timing", () => {
  it("tells what a request took, to a tenth of a millisecond", () => {
    expect(serverTiming(timing)).toBe('prepare;dur=1.3, sql;dur=3;desc="2 statements, 17 rows", total;dur=5');
  });

  it.each(["hit", "miss"] as const)("tells of a %s where there is a cache", (cache) => {
    expect(serverTiming({ ...timing, cache })).toBe(
      `prepare;dur=1.3, sql;dur=3;desc="2 statements, 17 rows", cache;desc=${cache}, total;dur=5`,
    );
  });
});

type Point = Parameters<Metrics["writeDataPoint"]>[0];

/** What is recorded of an exchange that took 5 ms. */
function recorded(of: Partial<Exchange<object>> = {}, status = 200) {
  const points: Point[] = [];
  const lines: object[] = [];
  const usage = { statements: 2, rowsRead: 17, rowsWritten: 1, milliseconds: 3 };
  const incoming = {
    requestId: "00f067aa",
    elapsed: () => 5,
    identity: null,
    metrics: { writeDataPoint: (point: Point) => void points.push(point) },
    usage,
  };
  const exchange = exchangeOf(new Request("http://localhost/graphql"), incoming as never);
  const asked = { ...exchange, ...of };
  record(asked, status, (line) => lines.push(line));
  return { timing: timingOf(asked), points, lines };
}

const found: Found = { etag: '"k"', answer: null, isKnown: false, share: () => "" };
const cost = { requested: 7, limit: 10, remaining: 3 };
const named = (trustedName: string | null) => ({ text: "", isById: true, trustedName, keep: async () => undefined });

describe("what is recorded of a request", () => {
  it("is what it took, for the client, the metrics and the log", () => {
    const identity = { name: "Ada", subject: "ada", role: "editor" } as const;
    const { timing, points, lines } = recorded({ named: named("ActorPage"), cost, prepared: 2, identity });
    expect(timing).toBe('prepare;dur=2, sql;dur=3;desc="2 statements, 17 rows", total;dur=5');
    expect(points).toEqual([{ blobs: ["ActorPage", "ok", "none"], doubles: [5, 7, 2, 17], indexes: ["ActorPage"] }]);
    expect(lines).toEqual([
      {
        level: "info",
        requestId: "00f067aa",
        operation: "ActorPage",
        status: 200,
        outcome: "ok",
        cache: "none",
        role: "editor",
        cost: 7,
        statements: 2,
        rows: 17,
        total: 5,
      },
    ]);
  });

  it("names no operation but that of a trusted document", () => {
    for (const of of [{}, { named: named(null) }]) expect(recorded(of).points[0]?.indexes).toEqual(["other"]);
  });

  it("has a cost of 0, and the whole time for its preparation, where it was refused before", () => {
    const { timing, points } = recorded({}, 400);
    expect(timing).toContain("prepare;dur=5,");
    expect(points[0]?.doubles).toEqual([5, 0, 2, 17]);
  });

  it.each<[string, Partial<Exchange<object>>, number, string]>([
    ["its error's code", { code: "BAD_USER_INPUT" }, 200, "BAD_USER_INPUT"],
    ["ok", {}, 304, "ok"],
    ["its status, where there is no code", {}, 400, "400"],
    ["its status, where we failed", {}, 503, "503"],
  ])("comes out as %s", (_, of, status, outcome) => {
    expect(recorded(of, status).points[0]?.blobs[1]).toBe(outcome);
  });

  it.each<[string, Partial<Found>, string]>([
    ["was worked out", {}, "miss"],
    ["was there", { answer: { body: "{}", policy: "" } }, "hit"],
    ["the client has", { isKnown: true }, "hit"],
  ])("tells whether the answer %s", (_, of, cache) => {
    const { points, timing } = recorded({ found: { ...found, ...of } });
    expect(points[0]?.blobs[2]).toBe(cache);
    expect(timing).toContain(`cache;desc=${cache}`);
  });

  it("needs neither metrics nor a log", () => {
    const exchange = exchangeOf(new Request("http://localhost/graphql"), {
      elapsed: () => 5,
      usage: { statements: 0, rowsRead: 0, rowsWritten: 0, milliseconds: 0 },
    } as never);
    expect(() => record(exchange, 200, null)).not.toThrow();
  });
});
