import { describe, expect, it } from "vitest";
import { coded } from "../../src/edge/error.ts";
import { NOT_BY_GET, refusedAsHttp, statusOf } from "../../src/edge/http-refusal.ts";
import { misconfigured } from "../../src/edge/misconfigured.ts";
import { notFound } from "../../src/edge/not-found.ts";
import { addUsualHeaders, completeResponse } from "../../src/edge/usual-headers.ts";

describe("a request that is refused by HTTP", () => {
  it.each([
    [405, "By GET only a query can be sent"],
    [406, "The answer can be application/graphql-response+json or application/json, in UTF-8"],
    [415, "The body is to be application/json, in UTF-8"],
    [413, "The body is longer than 10 bytes"],
  ])("by %d is told why", async (status, message) => {
    const headers = { allow: "GET, POST" };
    const response = refusedAsHttp({ status, statusText: "The body is longer than 10 bytes", headers });
    expect(response.status).toBe(status);
    expect(Object.fromEntries(response.headers)).toEqual({
      "content-type": "application/json",
      "cache-control": "no-store",
      allow: "GET, POST",
    });
    expect(await response.json()).toEqual({ errors: [{ message, extensions: { code: "BAD_REQUEST" } }] });
  });

  it("for a mutation by GET is told the method that it takes", () => {
    expect(NOT_BY_GET).toEqual([null, { status: 405, statusText: "Method Not Allowed", headers: { allow: "POST" } }]);
  });
});

describe("the status of a refusal", () => {
  it.each([
    ["RATE_LIMITED", 429],
    ["UNAVAILABLE", 503],
    ["BAD_USER_INPUT", 400],
    ["COST_LIMIT_EXCEEDED", 400],
  ])("for %s is %d", (code, status) => {
    expect(statusOf(coded(code, "x"))).toBe(status);
  });
});

describe("a service whose settings are wrong", () => {
  it("answers nothing but that", async () => {
    const response = misconfigured();
    expect(response.status).toBe(503);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("retry-after")).toBe("60");
    expect(await response.json()).toEqual({
      errors: [
        {
          message: "The service is not set up rightly just now: try again later",
          extensions: { code: "UNAVAILABLE" },
        },
      ],
    });
  });
});

describe("a path at which nothing is", () => {
  it("is answered in plain text by the paths that there are", async () => {
    const response = notFound();
    expect(response.status).toBe(404);
    expect(response.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    const text = await response.text();
    for (const path of ["/graphql", "/graphiql", "/export/", "/health"]) expect(text).toContain(path);
  });
});

describe("the headers of every answer", () => {
  it("are those of an answer's own where it has some: a preview may be framed", () => {
    const own = "default-src 'none'; style-src 'unsafe-inline'";
    const response = new Response(null, { headers: { "content-security-policy": own } });
    addUsualHeaders(response, "00f067aa");
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-security-policy": own,
      "access-control-allow-origin": "*",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "x-request-id": "00f067aa",
    });
  });

  it("are those that it was made with, where it was made complete", () => {
    const response = completeResponse("{}", 200, { "content-type": "text/plain" });
    addUsualHeaders(response, "00f067aa");
    expect(Object.fromEntries(response.headers)).toEqual({ "content-type": "text/plain" });
  });
});
