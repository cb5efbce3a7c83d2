import { describe, expect, it } from "vitest";
import type { Found } from "../../../src/server/cache/shared-answer.ts";
import { useMaskedErrors } from "../../../src/server/plugin/use-masked-errors.ts";
import { useResponse } from "../../../src/server/plugin/use-response.ts";
import { bareYoga } from "./bare-yoga.ts";

const bare = (given: object = {}) => bareYoga({ plugins: [useMaskedErrors(() => undefined), useResponse()], given });
const ask = (given: object, headers: Record<string, string> = {}, query = "{ one }") =>
  bare(given).post({ query }, headers);
const execution = { startedAt: 0, usesToday: () => true, planUse: () => null };
const found: Found = {
  etag: '"k"',
  answer: null,
  isKnown: false,
  policy: "",
  share: (body, usesToday) => `${body} ${usesToday}`,
};

describe("an answer", () => {
  it.each(["application/json", "application/graphql-response+json"])(
    "is of the type that is preferred: %s",
    async (accept) => {
      const response = await ask({}, { accept });
      expect(response.headers.get("content-type")).toBe(`${accept}; charset=utf-8`);
      expect(await response.json()).toEqual({ data: { one: 1 } });
    },
  );

  it("has all headers when it is made", async () => {
    const { headers } = await ask({ budget: { ratelimit: "x" } });
    expect(Object.fromEntries(headers)).toMatchObject({
      "access-control-allow-origin": "*",
      "cache-control": "no-store",
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
      ratelimit: "x",
      "server-timing": expect.stringContaining("total;dur=0") as string,
      vary: "Accept, Accept-Encoding, Authorization, Entente-Bookmark, Entente-Lineage, Entente-Revision",
      "x-request-id": "r",
    });
  });

  it("to a batch tells the budget as it is after the last", async () => {
    const operations = [{ budget: { ratelimit: "first" } }, { budget: { ratelimit: "second" } }, {}];
    expect((await ask({ batch: { operations } })).headers.get("ratelimit")).toBe("second");
  });

  it("that is whole is shared, with its policy and ETag", async () => {
    const { headers } = await ask({ found, execution });
    expect([headers.get("cache-control"), headers.get("etag")]).toEqual(['{"data":{"one":1}} true', '"k"']);
  });

  it("of which a part is missing is not", async () => {
    const { headers } = await ask({ found, execution }, {}, "{ one broken }");
    expect([headers.get("cache-control"), headers.get("etag")]).toEqual(["no-store", null]);
  });

  it("that is known is given as it is", async () => {
    const answer = { body: "{}", policy: "p" };
    const response = await ask({ found: { ...found, answer, policy: "p" } });
    expect([response.status, response.headers.get("etag"), response.headers.get("cache-control")]).toEqual([
      200,
      '"k"',
      "p",
    ]);
    expect(await response.text()).toBe("{}");
  });

  it("that the client has is 304 without a body or its type", async () => {
    const response = await ask({ found: { ...found, isKnown: true, policy: "p" } });
    expect([response.status, response.headers.get("etag"), response.headers.get("content-type")]).toEqual([
      304,
      '"k"',
      null,
    ]);
    expect(await response.text()).toBe("");
  });
});
