import { describe, expect, it } from "vitest";
import { codingHeaders, codingsIn, codingsOf } from "../../../src/server/http/coding.ts";

describe("the coding of an answer", () => {
  it.each([
    ["gzip", "gzip"],
    ["GZIP", "gzip"],
    ["x-gzip", "gzip"],
    ["br", "br"],
    ["gzip, deflate, br, zstd", "gzip"],
    ["br, gzip", "gzip"],
    ["br;q=1.0, gzip;q=0.5", "br"],
    ["gzip;q=0.2, br;q=0.1", "gzip"],
    ["gzip;q=0, br", "br"],
    ["*", "gzip"],
    ["gzip;q=0, *", "br"],
    ["*;q=0.1, br;q=0.5", "br"],
    ["identity, gzip", "gzip"],
    ["identity;q=0.5, gzip;q=0.6", "gzip"],
    ["gzip ; q = 0.5", "gzip"],
    ["identity;q=1, gzip;q=0.5", null],
    ["identity", null],
    ["deflate, zstd", null],
    ["gzip;q=0", null],
    ["*;q=0", null],
    ["gzip;q=2", null],
    ["gzip;q=", null],
    [",", null],
  ])("for Accept-Encoding %j is %j", (accept, coding) => {
    expect(codingsIn(accept).coding).toBe(coding);
  });

  it("is what the client said, where Cloudflare has put its own in the place", () => {
    const headers = { "accept-encoding": "gzip, br" };
    const from = (clientAcceptEncoding: string) =>
      codingsOf(Object.assign(new Request("http://localhost", { headers }), { cf: { clientAcceptEncoding } })).coding;
    expect(from("br")).toBe("br");
    expect(from("")).toBeNull();
    expect(codingsOf(new Request("http://localhost", { headers })).coding).toBe("gzip");
    expect(codingsOf(new Request("http://localhost")).coding).toBeNull();
  });

  it("is not for a short text, unless the client refuses it as it is", () => {
    expect(codingHeaders(codingsIn("gzip"), 999)).toEqual({});
    expect(codingHeaders(codingsIn("gzip"), 1000)).toEqual({ "content-encoding": "gzip" });
    for (const accept of ["gzip, identity;q=0", "gzip, *;q=0"]) {
      expect(codingHeaders(codingsIn(accept), 1)).toEqual({ "content-encoding": "gzip" });
    }
    expect(codingHeaders(codingsIn("deflate"), 1_000_000)).toEqual({});
  });
});
