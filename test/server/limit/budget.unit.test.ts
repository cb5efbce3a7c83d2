import { GraphQLError } from "graphql";
import { describe, expect, it } from "vitest";
import { httpOf } from "../../../src/server/http/http-refusal.ts";
import { clientOf, rateLimit } from "../../../src/server/limit/rate-limit.ts";
import { readSettings } from "../../../src/server/settings.ts";
import type { Shield } from "../../../src/server/limit/shield.ts";

const read = { client: "address 203.0.113.1", cost: 3, isMutation: false, now: 0 };

function spending(settings: object, shield?: Shield) {
  const spend = rateLimit(readSettings(settings));
  return async (more: object = {}) => {
    const spent = await spend(shield, { ...read, ...more });
    if (!(spent instanceof GraphQLError)) return { refusal: null, headers: spent };
    const { status, headers = {} } = httpOf(spent)!;
    expect(status).toBe(spent.extensions["code"] === "RATE_LIMITED" ? 429 : 503);
    return { refusal: spent, headers };
  };
}

describe("a budget of 4, of which 6 are given back in a minute", () => {
  const settings = { LIMIT_BUDGET: 4, LIMIT_BUDGET_PER_MINUTE: 6 };

  it("is told with what is left, and when all of it is there again", async () => {
    expect(await spending(settings)()).toEqual({
      refusal: null,
      headers: { "ratelimit-policy": '"cost";q=4;w=40', ratelimit: '"cost";r=1;t=30' },
    });
  });

  it("refuses what it does not reach for until it does", async () => {
    const spend = spending(settings);
    await spend();
    const { refusal, headers } = await spend();
    expect(refusal).toMatchObject({
      message: "The request costs 3, and 1 is left of your budget: try again in 20 s",
      extensions: { code: "RATE_LIMITED" },
    });
    expect(headers).toEqual({
      "ratelimit-policy": '"cost";q=4;w=40',
      ratelimit: '"cost";r=1;t=20',
      "retry-after": "20",
    });
    expect((await spend({ now: 19_999 })).refusal).not.toBeNull();
    expect((await spend({ now: 20_000 })).refusal).toBeNull();
  });

  it("is each client's own", async () => {
    const spend = spending(settings);
    await spend();
    expect((await spend({ client: "address 203.0.113.2" })).refusal).toBeNull();
  });

  it("is paid by changes as by reads", async () => {
    expect((await spending(settings)({ isMutation: true })).headers["ratelimit"]).toBe('"cost";r=1;t=30');
  });
});

describe("no budget", () => {
  it("refuses nothing, and is not told", async () => {
    const spend = spending({ LIMIT_BUDGET: 0 });
    for (let n = 0; n < 10; n += 1) expect(await spend({ cost: 1_000_000 })).toEqual({ refusal: null, headers: {} });
  });
});

describe("Cloudflare's rate limiting", () => {
  it("refuses before anything is spent, and says for how long", async () => {
    const { refusal, headers } = await spending({}, { limit: async () => ({ success: false }) })();
    expect(refusal).toMatchObject({
      message: "Too many requests: try again in 60 s",
      extensions: { code: "RATE_LIMITED" },
    });
    expect(headers).toEqual({ "retry-after": "60" });
  });

  it("keeps changes waiting, and nothing else, where it cannot be asked", async () => {
    const spend = spending({ LIMIT_BUDGET: 0 }, { limit: () => Promise.reject(new Error("limiter down")) });
    expect((await spend()).refusal).toBeNull();
    const { refusal, headers } = await spend({ isMutation: true });
    expect(refusal).toMatchObject({
      message: "Changes cannot be taken just now: try again",
      extensions: { code: "UNAVAILABLE" },
    });
    expect(headers).toEqual({ "retry-after": "1" });
  });

  it("lets changes through where it has nothing against them", async () => {
    const spend = spending({ LIMIT_BUDGET: 0 }, { limit: async () => ({ success: true }) });
    expect(await spend({ isMutation: true })).toEqual({ refusal: null, headers: {} });
  });
});

describe("whose budget it is", () => {
  it.each([
    ["203.0.113.1", "address 203.0.113.1"],
    ["2001:db8:1:2:3:4:5:6", "address 2001:db8:1:2"],
    ["2001:db8:1:2:ffff::1", "address 2001:db8:1:2"],
    ["2001:db8::1:2:3:4:5", "address 2001:db8:0:1"],
    ["2001:db8::2:3:4:5", "address 2001:db8:0:0"],
    ["2001:db8::1", "address 2001:db8:0:0"],
    ["::1", "address :0:0:0"],
    ["2001:db8::", "address 2001:db8:0:0"],
  ])("for %s is %s", (address, client) => {
    expect(clientOf(null, new Headers({ "cf-connecting-ip": address }))).toBe(client);
  });

  it("is the token's subject, wherever they are, and one for all who cannot be told apart", () => {
    expect(clientOf("ada", new Headers({ "cf-connecting-ip": "203.0.113.1" }))).toBe("subject ada");
    expect(clientOf(null, new Headers())).toBe("address unknown");
  });
});
