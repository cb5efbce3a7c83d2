import { altered, forge, forgeHmac } from "./forge.ts";
import { goodClaims, type MakeToken } from "./issuer.ts";

/** Tokens that are wrong in their header. */
export const headerAttacks: Record<string, MakeToken> = {
  ...Object.fromEntries(
    ["none", "None", "NONE", "nOnE", ""].map((alg) => [
      `the algorithm "${alg}"`,
      () => forge({ alg, kid: "k1", typ: "JWT" }, goodClaims()),
    ]),
  ),
  "no signature, of the algorithm none": () => forge({ alg: "none" }, goodClaims(), ""),
  "no algorithm": ({ key }) => key.signRaw({ kid: "k1" }, goodClaims()),
  "an algorithm that is no text": ({ key }) => key.signRaw({ alg: ["ES256"], kid: "k1" }, goodClaims()),
  "HS256 with the public key in PEM for a secret": ({ key }) => forgeHmac({ kid: "k1" }, goodClaims(), key.pem),
  "HS256 with the public JWK for a secret": ({ key }) =>
    forgeHmac({ kid: "k1" }, goodClaims(), JSON.stringify(key.jwk)),
  "HS256 with nothing for a secret": () => forgeHmac({ kid: "k1" }, goodClaims(), ""),
  "another algorithm than its key's": ({ rsa }) => rsa.sign({}, { kid: "k1" }),
  "RS512, though with a good key": async ({ rsa }) =>
    altered(await rsa.sign(), 0, (part) => part.replace("UzI1NiI", "UzUxMiI")),
  "the typ of an ID of something else": ({ key }) => key.sign({}, { typ: "dpop+jwt" }),
  "a typ that is no text": ({ key }) => key.sign({}, { typ: 1 }),
  "no kid": ({ key }) => key.sign({}, { kid: null }),
  "an empty kid": ({ key }) => key.sign({}, { kid: "" }),
  "an unknown kid": ({ key }) => key.sign({}, { kid: "k9" }),
  "a kid that is a path": ({ key }) => key.sign({}, { kid: "../../../../dev/null" }),
  "a kid that is SQL": ({ key }) => key.sign({}, { kid: "k1' OR '1'='1" }),
  "a kid that every object has": ({ key }) => key.sign({}, { kid: "__proto__" }),
  "a kid that is a list": ({ key }) => key.signRaw({ alg: "ES256", kid: ["k1"] }, goodClaims()),
  "an unknown extension in crit": ({ key }) =>
    key.signRaw({ alg: "ES256", kid: "k1", crit: ["exp"], exp: 1 }, goodClaims()),
  "an extension in crit that jose has": ({ key }) =>
    key.signRaw({ alg: "ES256", kid: "k1", crit: ["b64"], b64: true }, goodClaims()),
  "crit with nothing in it": ({ key }) => key.signRaw({ alg: "ES256", kid: "k1", crit: [] }, goodClaims()),
  "an unencoded payload": ({ key }) =>
    key.signRaw({ alg: "ES256", kid: "k1", crit: ["b64"], b64: false }, goodClaims()),
  "the forger's key in jwk": ({ stranger }) => stranger.sign({}, { jwk: stranger.jwk }),
  "the forger's key in jwk, without a kid": ({ stranger }) => stranger.sign({}, { jwk: stranger.jwk, kid: null }),
  "the forger's address in jku": ({ stranger }) => stranger.sign({}, { jku: "https://evil.example/jwks.json" }),
  "the forger's address in x5u": ({ stranger }) => stranger.sign({}, { x5u: "https://evil.example/cert.pem" }),
  "the forger's certificate in x5c": ({ stranger }) => stranger.sign({}, { x5c: ["MIIBszCCAVmgAwIBAgIUU3RyYW5nZXI="] }),
  "a header that is not JSON": ({ key }) => key.signRaw("alg: ES256", goodClaims()),
  "a header that is a list": ({ key }) => key.signRaw(["ES256"], goodClaims()),
};
