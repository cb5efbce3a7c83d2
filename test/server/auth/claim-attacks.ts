import { at, AUDIENCE, goodClaims, ISSUER, type MakeToken } from "./issuer.ts";

/** Tokens with a good signature and a wrong claim. */
export const claimAttacks: Record<string, MakeToken> = {
  "no exp": ({ key }) => key.sign({ exp: null }),
  "an exp that is past": ({ key }) => key.sign({ exp: at(-300) }),
  "an exp that is a text": ({ key }) => key.sign({ exp: String(at(3600)) }),
  "an exp that is null": ({ key }) => key.signRaw({ alg: "ES256", kid: "k1" }, { ...goodClaims(), exp: null }),
  "an nbf to come": ({ key }) => key.sign({ nbf: at(301) }),
  "an nbf that is a text": ({ key }) => key.sign({ nbf: "now" }),
  "an iat to come": ({ key }) => key.sign({ iat: at(301) }),
  "an iat far in the future": ({ key }) => key.sign({ iat: 4_102_444_800, exp: 4_102_448_400 }),
  "no aud": ({ key }) => key.sign({ aud: null }),
  "another aud": ({ key }) => key.sign({ aud: "https://other.example.org" }),
  "a list of other auds": ({ key }) => key.sign({ aud: ["https://other.example.org", "account"] }),
  "an aud that only begins like ours": ({ key }) => key.sign({ aud: `${AUDIENCE}.evil.example` }),
  "an aud that is an object": ({ key }) => key.sign({ aud: { [AUDIENCE]: true } }),
  "no iss": ({ key }) => key.sign({ iss: null }),
  "another iss": ({ key }) => key.sign({ iss: "https://evil.example" }),
  "our iss with a slash behind": ({ key }) => key.sign({ iss: `${ISSUER}/` }),
  "our iss in a list": ({ key }) => key.sign({ iss: [ISSUER] }),
  "no sub": ({ key }) => key.sign({ sub: null }),
  "an empty sub": ({ key }) => key.sign({ sub: "" }),
  "a sub that is a number": ({ key }) => key.sign({ sub: 7 }),
  "a sub with a line break": ({ key }) => key.sign({ sub: "ada\nroot" }),
  "a sub without end": ({ key }) => key.sign({ sub: "a".repeat(256) }),
};
