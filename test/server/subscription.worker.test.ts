import { beforeEach, describe, expect, it } from "vitest";
import type { IdentityCheck } from "../../src/server/auth/identity.ts";
import type { RequestState } from "../../src/server/request-stage.ts";
import { posted } from "./plugin/bare-yoga.ts";
import { requestState } from "./request-state.ts";
import { serviceOf } from "./service.ts";
import { tickingSchema, type Watch } from "./ticking-schema.ts";

const ada = { name: "Ada", subject: "ada", role: "reader" } as const;
const asAda: IdentityCheck = { header: "Authorization", identify: async () => ada };
const EVENTS = { accept: "text/event-stream" };

let watch: Watch;
let lines: object[];
let subscribe: (query: string, headers?: Record<string, string>, state?: Partial<RequestState>) => Promise<Response>;

beforeEach(() => {
  watch = { begun: [], ended: 0 };
  lines = [];
  const settings = { LIMIT_COST: 5, LIMIT_BUDGET: 4, LIMIT_BUDGET_PER_MINUTE: 6 };
  const log = (line: object) => lines.push(line);
  const service = serviceOf({ schema: tickingSchema(watch), settings, identity: asAda, log });
  subscribe = (query, headers = EVENTS, state = {}) =>
    service(
      posted({ query }, headers),
      requestState({ resolverContext: (identity, revision) => ({ identity, revision }), ...state }),
    );
});

describe("a subscription", () => {
  it("goes through the whole list: identity, cost, budget, events, log", async () => {
    const response = await subscribe("subscription { ticks(to: 2) { value } }");
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "text/event-stream",
      "cache-control": "no-store",
      ratelimit: '"cost";r=3;t=10',
      vary: "Accept, Accept-Encoding, Authorization, Entente-Bookmark, Entente-Lineage, Entente-Revision",
    });
    expect(lines).toEqual([]);
    const cost = `"extensions":{"cost":{"requested":1,"limit":5,"remaining":4}}`;
    const event = (value: number) => `event: next\ndata: {"data":{"ticks":{"value":${value}}},${cost}}\n\n`;
    expect(await response.text()).toBe(`:\n\n${event(1)}${event(2)}event: complete\ndata:\n\n`);
    expect(watch).toEqual({ begun: [{ identity: ada, revision: null }], ended: 1 });
    expect(lines).toMatchObject([
      { level: "info", outcome: "ok", status: 200, role: "reader", cost: 1, cache: "none" },
    ]);
  });

  it("is refused for its cost, or an empty budget, before it begins", async () => {
    const dear = "subscription { ticks { next { next { next { next { next { value } } } } } } }";
    expect(await (await subscribe(dear)).text()).toContain("COST_LIMIT_EXCEEDED");
    expect(watch.begun).toEqual([]);
    for (let n = 0; n < 4; n += 1) {
      const { status, body } = await subscribe("subscription { ticks { value } }");
      expect(status).toBe(200);
      await body!.cancel();
    }
    const response = await subscribe("subscription { ticks { value } }");
    expect(response.status).toBe(429);
    expect(response.headers.get("retry-after")).toBe("10");
    expect(await response.text()).toContain("RATE_LIMITED");
  });

  it("ends when its reader goes, which is when it is logged", async () => {
    const { body } = await subscribe("subscription { ticks { value } }");
    const reader = body!.getReader();
    await reader.read();
    await reader.read();
    await reader.cancel();
    while (lines.length === 0) await scheduler.wait(1);
    expect(watch.ended).toBe(1);
    await scheduler.wait(20);
    expect(lines).toHaveLength(1);
  });

  it.each([
    ["application/json", 406],
    ["application/graphql-response+json", 406],
    ["*/*", 200],
  ])("to who accepts %s is %d", async (accept, status) => {
    const response = await subscribe("subscription { ticks(to: 1) { value } }", { accept });
    expect(response.status).toBe(status);
    await response.body?.cancel();
  });

  it("cannot be pinned to what is past", async () => {
    const read = async () => ({ oldest: 1, newest: 3, at: "", lineage: "0f".repeat(12), bookmark: null });
    const response = await subscribe(
      "subscription { ticks { value } }",
      { ...EVENTS, "entente-revision": "2" },
      { read },
    );
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("pinned to revision 2, where nothing happens any more");
    expect(watch.begun).toEqual([]);
  });
});
