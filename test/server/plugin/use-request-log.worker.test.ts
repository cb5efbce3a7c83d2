import { describe, expect, it } from "vitest";
import { Unavailable } from "../../../src/domain/fault/unavailable.ts";
import type { Metrics } from "../../../src/server/log/request-log.ts";
import { serverTiming } from "../../../src/server/log/server-timing.ts";
import type { Found } from "../../../src/server/cache/shared-answer.ts";
import { useRequestLog } from "../../../src/server/plugin/use-request-log.ts";
import { answering, bareYoga } from "./bare-yoga.ts";

const timing = { prepared: 1.26, sql: 3.04, statements: 2, rows: 17, total: 5, cache: "none", plan: null } as const;

describe("the header Server-Timing", () => {
  it("tells what a request took, to a tenth of a millisecond", () => {
    expect(serverTiming(timing)).toBe('prepare;dur=1.3, sql;dur=3;desc="2 statements, 17 rows", total;dur=5');
  });

  it.each(["hit", "miss", "off"] as const)("tells of a plan: %s", (plan) => {
    expect(serverTiming({ ...timing, plan })).toBe(
      `prepare;dur=1.3, sql;dur=3;desc="2 statements, 17 rows", plan;desc=${plan}, total;dur=5`,
    );
  });

  it.each(["hit", "miss"] as const)("tells of a %s where there is a cache", (cache) => {
    expect(serverTiming({ ...timing, cache })).toBe(
      `prepare;dur=1.3, sql;dur=3;desc="2 statements, 17 rows", cache;desc=${cache}, total;dur=5`,
    );
  });
});

type Point = Parameters<Metrics["writeDataPoint"]>[0];

/** What is recorded of a request that took 5 ms. */
async function recorded(given: object = {}, status = 200) {
  const points: Point[] = [];
  const lines: object[] = [];
  const usage = { statements: 2, rowsRead: 17, rowsWritten: 1, milliseconds: 3 };
  const metrics = { writeDataPoint: (point: Point) => void points.push(point) };
  const yoga = bareYoga({
    plugins: [
      useRequestLog({ logRequests: true }, (line) => lines.push(line)),
      answering(() => new Response(status === 304 ? null : "{}", { status })),
    ],
    given,
    state: { requestId: "00f067aa", elapsed: () => 5, metrics, usage },
  });
  const { headers } = await yoga.post({ query: "{ one }" });
  return { timing: headers.get("server-timing"), points, lines };
}

const found: Found = { etag: '"k"', answer: null, isKnown: false, policy: "", share: () => "" };
const cost = { requested: 7, limit: 10, remaining: 3 };
const named = (trustedName: string | null) => ({ text: "", isById: true, trustedName, keep: async () => undefined });

describe("what is recorded of a request", () => {
  it("is what it took, for the client, the metrics and the log", async () => {
    const identity = { name: "Ada", subject: "ada", role: "editor" } as const;
    const { timing, points, lines } = await recorded({
      named: named("ActorPage"),
      cost,
      execution: { startedAt: 2, usesToday: () => false, planUse: () => "hit" },
      identity,
    });
    expect(timing).toBe('prepare;dur=2, sql;dur=3;desc="2 statements, 17 rows", plan;desc=hit, total;dur=5');
    expect(points).toEqual([
      { blobs: ["ActorPage", "ok", "none", "hit"], doubles: [5, 7, 2, 17], indexes: ["ActorPage"] },
    ]);
    expect(lines).toEqual([
      {
        level: "info",
        requestId: "00f067aa",
        operation: "ActorPage",
        status: 200,
        outcome: "ok",
        cache: "none",
        plan: "hit",
        role: "editor",
        cost: 7,
        statements: 2,
        rows: 17,
        total: 5,
      },
    ]);
  });

  it("names no operation but that of a trusted document", async () => {
    for (const of of [{}, { named: named(null) }]) expect((await recorded(of)).points[0]?.indexes).toEqual(["other"]);
  });

  it("has a cost of 0, and the whole time for its preparation, where it was refused before", async () => {
    const { timing, points } = await recorded({}, 400);
    expect(timing).toContain("prepare;dur=5,");
    expect(points[0]?.doubles).toEqual([5, 0, 2, 17]);
  });

  it.each<[string, object, number, string]>([
    [
      "its error's code",
      { outcome: { status: 200, headers: {}, code: () => "BAD_USER_INPUT" } },
      200,
      "BAD_USER_INPUT",
    ],
    ["ok", {}, 304, "ok"],
    ["its status, where there is no code", {}, 400, "400"],
    ["its status, where we failed", {}, 503, "503"],
  ])("comes out as %s", async (_, of, status, outcome) => {
    expect((await recorded(of, status)).points[0]?.blobs[1]).toBe(outcome);
  });

  it.each<[string, Partial<Found>, string]>([
    ["was worked out", {}, "miss"],
    ["was there", { answer: { body: "{}", policy: "" } }, "hit"],
    ["the client has", { isKnown: true }, "hit"],
  ])("tells whether the answer %s", async (_, of, cache) => {
    const { points, timing } = await recorded({ found: { ...found, ...of } });
    expect(points[0]?.blobs[2]).toBe(cache);
    expect(timing).toContain(`cache;desc=${cache}`);
  });

  it("is the code of what was answered because the time was up", async () => {
    const late = new Unavailable("DEADLINE_EXCEEDED", false);
    expect((await recorded({ late }, 503)).lines).toMatchObject([{ outcome: "DEADLINE_EXCEEDED", status: 503 }]);
  });

  it("needs neither metrics nor a log", async () => {
    const lines: object[] = [];
    const yoga = bareYoga({ plugins: [useRequestLog({ logRequests: false }, (line) => lines.push(line))] });
    expect((await yoga.post({ query: "{ one }" })).status).toBe(200);
    expect(lines).toEqual([]);
  });
});

describe("a stream", () => {
  const streaming = () => {
    const lines: object[] = [];
    const yoga = bareYoga({ plugins: [useRequestLog({ logRequests: true }, (line) => lines.push(line))] });
    const body = { query: "subscription { numbers(to: 3) }" };
    return { lines, response: yoga.post(body, { accept: "text/event-stream" }) };
  };

  it("is recorded once it has ended", async () => {
    const { lines, response } = streaming();
    const { body } = await response;
    expect(lines).toEqual([]);
    expect(await new Response(body).text()).toContain('{"data":{"numbers":3}}');
    expect(lines).toMatchObject([{ outcome: "ok", status: 200 }]);
  });

  it("is recorded where its reader goes", async () => {
    const { lines, response } = streaming();
    await (await response).body!.cancel();
    expect(lines).toHaveLength(1);
  });
});
