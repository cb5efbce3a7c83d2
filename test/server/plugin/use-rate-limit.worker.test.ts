import { describe, expect, it } from "vitest";
import { documentCache } from "../../../src/server/document/document-cache.ts";
import { revisionClock } from "../../../src/server/cache/revision-clock.ts";
import { rateLimit } from "../../../src/server/limit/rate-limit.ts";
import { usualSettings } from "../../../src/server/settings.ts";
import { useDocumentCache } from "../../../src/server/plugin/use-document-cache.ts";
import { useRateLimit } from "../../../src/server/plugin/use-rate-limit.ts";
import { bareYoga, NUMBERS } from "./bare-yoga.ts";

let forgotten = 0;
const clock = { ...revisionClock(0), forget: () => void (forgotten += 1) };

function bare(given: object = {}) {
  return bareYoga({
    plugins: [
      useDocumentCache(documentCache(NUMBERS, usualSettings.document)),
      useRateLimit(clock, rateLimit({ budget: 4, budgetPerMinute: 6 })),
    ],
    given: { identity: null, cost: { requested: 3 }, ...given },
  });
}

describe("a client", () => {
  it("pays for what it asks, and is held off when it has spent its budget", async () => {
    const { post, contexts } = bare();
    await post({ query: "{ one }" });
    expect(contexts[0]).toMatchObject({ budget: { ratelimit: '"cost";r=1;t=30' } });
    const response = await post({ query: "{ one }" });
    expect(response.status).toBe(429);
    expect(response.headers.get("retry-after")).toBe("20");
    expect(contexts).toHaveLength(1);
  });

  it("pays for a subscription as for a query", async () => {
    const { post } = bare();
    const subscribe = () => post({ query: "subscription { numbers(to: 1) }" }, { accept: "text/event-stream" });
    expect((await subscribe()).status).toBe(200);
    expect((await subscribe()).status).toBe(429);
  });

  it("has an identity's budget, wherever it is", async () => {
    const { post } = bare({ identity: { subject: "ada" } });
    const from = (address: string) => post({ query: "{ one }" }, { "cf-connecting-ip": address });
    expect([(await from("192.0.2.1")).status, (await from("192.0.2.2")).status]).toEqual([200, 429]);
  });
});

describe("after a change", () => {
  it("the newest revision is no longer believed, and after a query it is", async () => {
    forgotten = 0;
    await bare().post({ query: "{ one }" });
    expect(forgotten).toBe(0);
    await bare().post({ query: "mutation { one }" });
    expect(forgotten).toBe(1);
  });
});
