import { at, AUDIENCE, type MakeToken } from "./issuer.ts";

/** Tokens that are good, though not all alike. */
export const goodTokens: Record<string, MakeToken> = {
  "the typ JWT": ({ key }) => key.sign(),
  "the typ at+jwt": ({ key }) => key.sign({}, { typ: "at+JWT" }),
  "no typ": ({ key }) => key.sign({}, { typ: null }),
  RS256: ({ rsa }) => rsa.sign(),
  "our audience among others": ({ key }) => key.sign({ aud: ["account", AUDIENCE] }),
  "an issuer's clock five minutes ahead": ({ key }) => key.sign({ iat: at(295), nbf: at(295) }),
  "an issuer's clock five minutes behind": ({ key }) => key.sign({ iat: at(-3900), exp: at(-295) }),
  "an address in jku, which nobody visits": ({ key }) => key.sign({}, { jku: "https://evil.example/jwks.json" }),
};
