import { describe, expect, it } from "vitest";
import { isAuthorization, readToken } from "../../../src/server/auth/bearer.ts";
import { IdentityRefusal } from "../../../src/server/auth/identity-refusal.ts";

const TOKEN = "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJhZGEifQ.c2lnbmF0dXJl-_0";

describe("the header Authorization", () => {
  const read = (authorization?: string) =>
    readToken(new Headers(authorization === undefined ? {} : { authorization }), "Authorization");

  it("may be missing", () => {
    expect(read()).toBeNull();
  });

  it.each([`Bearer ${TOKEN}`, `bearer ${TOKEN}`, `BEARER   ${TOKEN}`])(
    "has the token after its scheme: %s",
    (value) => {
      expect(read(value)).toBe(TOKEN);
    },
  );

  it.each([
    "",
    "Bearer",
    TOKEN,
    `Bearer${TOKEN}`,
    `Basic ${TOKEN}`,
    `XBearer ${TOKEN}`,
    `Bearer ${TOKEN} ${TOKEN}`,
    `Bearer ${TOKEN},${TOKEN}`,
  ])("has nothing else: %j", (value) => {
    expect(() => read(value)).toThrow("The header Authorization is to be: Bearer, a space, one token");
  });

  it.each(["a", "a.b", "a.b.c.d", "a.b.", "a..c", ".b.c", "a.b.c=", "a+.b.c", "a.b/.c", `"${TOKEN}"`])(
    "has a token of three parts of base64url: not %s",
    (token) => {
      expect(() => read(`Bearer ${token}`)).toThrow("The token is no signed JSON Web Token");
    },
  );

  it("has at most 8192 bytes", () => {
    const longest = `Bearer a.b.${"c".repeat(8192 - "Bearer a.b.".length)}`;
    expect(read(longest)).toBe(longest.slice("Bearer ".length));
    expect(() => read(`${longest}c`)).toThrow("The token is longer than 8192 bytes");
  });
});

describe("a header of its own", () => {
  const header = "Cf-Access-Jwt-Assertion";

  it("has the bare token", () => {
    expect(readToken(new Headers({ [header]: TOKEN }), header)).toBe(TOKEN);
    expect(() => readToken(new Headers({ [header]: `Bearer ${TOKEN}` }), header)).toThrow(
      "The token is no signed JSON Web Token",
    );
  });

  it("may be missing, but not with a token elsewhere", () => {
    expect(readToken(new Headers(), header)).toBeNull();
    expect(() => readToken(new Headers({ authorization: `Bearer ${TOKEN}` }), header)).toThrow(
      "This service reads the token from the header Cf-Access-Jwt-Assertion",
    );
  });

  it("is told from Authorization, however that is written", () => {
    expect(["Authorization", "AUTHORIZATION", "authorization", header].map(isAuthorization)).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
});

describe("a refusal of a token", () => {
  it("is 401 in the words of RFC 6750, with nothing in them that ends a quotation", async () => {
    const response = IdentityRefusal.invalid('no "token" \\ at all').response();
    expect(response.status).toBe(401);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("www-authenticate")).toBe(
      `Bearer error="invalid_token", error_description="no 'token' ' at all"`,
    );
    expect(await response.json()).toEqual({
      errors: [{ message: 'no "token" \\ at all', extensions: { code: "UNAUTHENTICATED" } }],
    });
  });

  it("is 503 where the token cannot be checked, with the time to wait", async () => {
    const cause = new Error("connect ECONNREFUSED");
    const refusal = IdentityRefusal.unavailable(cause, 60);
    expect(refusal).toMatchObject({ name: "IdentityRefusal", cause });
    const response = refusal.response();
    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).toBe("60");
    expect(await response.json()).toEqual({
      errors: [
        {
          message: "The token cannot be checked just now: try again later, or without it",
          extensions: { code: "UNAVAILABLE" },
        },
      ],
    });
  });
});
