import { beforeAll, describe, expect, it } from "vitest";
import type { FindKey } from "../../../src/server/auth/key-server.ts";
import { readKeys } from "../../../src/server/auth/public-keys.ts";
import { checkToken } from "../../../src/server/auth/token.ts";
import { altered, flipped, forge } from "./forge.ts";
import { at, AUDIENCE, goodClaims, ISSUER, keySet, type Keys, makeKey, type MakeToken } from "./issuer.ts";
import { stillClock } from "./still-clock.ts";

let keys: Keys;
let findKey: FindKey;

beforeAll(async () => {
  const [key, rsa, stranger] = await Promise.all([makeKey("k1"), makeKey("k2", "RS256"), makeKey("k1")]);
  keys = { key, rsa, stranger };
  findKey = (header) => readKeys(keySet(key, rsa))(header);
});

stillClock();

const moment = () => ({ now: Date.now(), waitUntil: () => undefined });
const check = (token: string) => checkToken(token, { issuer: ISSUER, audience: [AUDIENCE] }, findKey, moment());

describe("a good token", () => {
  it("has its claims read", async () => {
    expect(await check(await keys.key.sign({ role: "admin" }))).toMatchObject({ sub: "ada", role: "admin" });
    expect(await check(await keys.key.sign({ iat: null }))).toMatchObject({ sub: "ada" });
  });

  it.each<[string, number]>([
    ["exp", -299],
    ["nbf", 300],
    ["iat", 300],
  ])("may have an %s that is off by %d s, since clocks differ", async (claim, seconds) => {
    expect(await check(await keys.key.sign({ [claim]: at(seconds) }))).toMatchObject({ sub: "ada" });
  });

  it.each(["JWT", "jwt", "at+jwt", "application/jwt", "application/at+jwt", null])(
    "may have the typ %j",
    async (typ) => {
      expect(await check(await keys.key.sign({}, { typ }))).toMatchObject({ sub: "ada" });
    },
  );
});

describe("who brings a token that is not good is told what is to be mended", () => {
  const claim = (name: string) => `The token's claim ${name} is missing or not what this service accepts`;

  it.each<[string, MakeToken, string]>([
    ["that has expired", ({ key }) => key.sign({ exp: at(-300) }), "The token has expired: get a new one"],
    ["that never expires", ({ key }) => key.sign({ exp: null }), claim("exp")],
    ["that expires after the last day there is", ({ key }) => key.sign({ exp: 8_640_000_000_001 }), claim("exp")],
    ["that expires at 1e300", ({ key }) => key.sign({ exp: 1e300 }), claim("exp")],
    ["of a time before all days", ({ key }) => key.sign({ iat: -8_640_000_000_001 }), claim("iat")],
    ["of nobody", ({ key }) => key.sign({ sub: null }), claim("sub")],
    ["of another issuer", ({ key }) => key.sign({ iss: "https://evil.example" }), claim("iss")],
    ["for another service", ({ key }) => key.sign({ aud: "https://other.example" }), claim("aud")],
    ["that is not good yet", ({ key }) => key.sign({ nbf: at(301) }), claim("nbf")],
    ["of a time to come", ({ key }) => key.sign({ iat: at(301) }), claim("iat")],
    [
      "without a signature",
      () => forge({ alg: "none", kid: "k1" }, goodClaims()),
      "The token is to be signed with RS256, PS256, ES256, EdDSA",
    ],
    [
      "of an unknown key",
      ({ key }) => key.sign({}, { kid: "k9" }),
      "The token's key is none that its issuer publishes",
    ],
    ["of a stranger", ({ stranger }) => stranger.sign(), "The token's signature does not hold"],
    [
      "that was changed",
      async ({ key }) => altered(await key.sign(), 2, flipped),
      "The token's signature does not hold",
    ],
    ["that is none", () => "a.b.c", "The token is no signed JSON Web Token"],
    [
      "of another sort",
      ({ key }) => key.sign({}, { typ: "dpop+jwt" }),
      "The token's typ is to be JWT or at+jwt, or left out",
    ],
    ["without a key's name", ({ key }) => key.sign({}, { kid: null }), "The token does not name its key (kid)"],
    ["with an empty name of a key", ({ key }) => key.sign({}, { kid: "" }), "The token does not name its key (kid)"],
    [
      "with extensions",
      ({ key }) => key.signRaw({ alg: "ES256", kid: "k1", crit: ["b64"], b64: true }, goodClaims()),
      "The token wants extensions that this service does not have",
    ],
  ])("one %s", async (_, make, message) => {
    await expect(check(await make(keys))).rejects.toMatchObject({ name: "IdentityRefusal", status: 401, message });
  });
});

describe("a fault of ours", () => {
  it("is none of the token", async () => {
    const failing: FindKey = () => Promise.reject(new Error("connect ECONNREFUSED"));
    const checking = checkToken(await keys.key.sign(), { issuer: ISSUER, audience: [AUDIENCE] }, failing, moment());
    await expect(checking).rejects.toThrow("connect ECONNREFUSED");
  });
});
