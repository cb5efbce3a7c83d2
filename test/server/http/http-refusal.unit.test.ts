import { describe, expect, it } from "vitest";
import { VARY } from "../../../src/server/cache/cache-control.ts";
import { errorResponse } from "../../../src/server/http/error-response.ts";
import { notAcceptable, unsupportedMediaType } from "../../../src/server/http/http-refusal.ts";
import { misconfigured } from "../../../src/server/route/misconfigured.ts";
import { notFound } from "../../../src/server/route/not-found.ts";
import { addUsualHeaders, completeResponse } from "../../../src/server/http/usual-headers.ts";

describe("a request that is refused by HTTP", () => {
  it.each([
    [
      406,
      notAcceptable,
      "The answer can be application/graphql-response+json or application/json, in UTF-8",
      { accept: "application/graphql-response+json; charset=utf-8, application/json; charset=utf-8", vary: VARY },
    ],
    [
      415,
      unsupportedMediaType,
      "The body is to be application/json, in UTF-8",
      { accept: "application/json", vary: VARY },
    ],
    [405, () => errorResponse(405, { code: "BAD_REQUEST", message: "No" }, { allow: "GET" }), "No", { allow: "GET" }],
  ])("by %d is told why", async (status, refuse, message, headers) => {
    const response = refuse();
    expect(response.status).toBe(status);
    expect(Object.fromEntries(response.headers)).toEqual({
      "content-type": "application/json",
      "cache-control": "no-store",
      ...headers,
    });
    expect(await response.json()).toEqual({ errors: [{ message, extensions: { code: "BAD_REQUEST" } }] });
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
