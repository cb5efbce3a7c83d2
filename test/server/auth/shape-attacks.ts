import { altered, flipped } from "./forge.ts";
import { goodClaims, type MakeToken } from "./issuer.ts";

/** Tokens that are too long, in pieces or altered. */
export const shapeAttacks: Record<string, MakeToken> = {
  "100 KB": ({ key }) => key.sign({ padding: "x".repeat(100_000) }),
  "a little over 8 KB": ({ key }) => key.sign({ padding: "x".repeat(6_200) }),
  "its end missing": async ({ key }) => (await key.sign()).slice(0, -20),
  "two parts": async ({ key }) => (await key.sign()).split(".").slice(0, 2).join("."),
  "a part too many": async ({ key }) => `${await key.sign()}.AAAA`,
  "five parts, as encrypted ones have": () => "eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ.AAAA.AAAA.AAAA.AAAA",
  "another token's signature": async ({ key }) =>
    altered(await key.sign({ role: "admin" }), 2, () => "") + (await key.sign()).split(".")[2]!,
  "another token's claims": async ({ key }) => {
    const claims = (await key.sign({ role: "admin" })).split(".")[1]!;
    return altered(await key.sign(), 1, () => claims);
  },
  "a bit of the claims flipped": async ({ key }) => altered(await key.sign(), 1, flipped),
  "a bit of the signature flipped": async ({ key }) => altered(await key.sign(), 2, flipped),
  "no signature": async ({ key }) => altered(await key.sign(), 2, () => ""),
  "a signature of zeros": async ({ key }) => altered(await key.sign(), 2, () => Buffer.alloc(64).toString("base64url")),
  "a signature in ASN.1, all zeros": async ({ key }) =>
    altered(await key.sign(), 2, () => Buffer.from("3006020100020100", "hex").toString("base64url")),
  "a signature with padding": async ({ key }) => `${await key.sign()}==`,
  "base64 that is not for addresses": async ({ key }) => altered(await key.sign(), 2, (part) => `+/${part.slice(2)}`),
  "the key of a stranger with the same kid": ({ stranger }) => stranger.sign(),
  "a payload that is not JSON": ({ key }) => key.signRaw({ alg: "ES256", kid: "k1" }, "name=Ada"),
  "a payload that is a list": ({ key }) => key.signRaw({ alg: "ES256", kid: "k1" }, [goodClaims()]),
  "a payload that is null": ({ key }) => key.signRaw({ alg: "ES256", kid: "k1" }, null),
  "only dots": () => "..",
  "only text": () => "letmein",
};
