import { encodePart } from "./forge.ts";
import { exportJWK, exportSPKI, generateKeyPair, type JWK, type JWTHeaderParameters, SignJWT } from "jose";

export const ISSUER = "https://login.example.org";
export const AUDIENCE = "https://entente.example.org";

/** Seconds since 1970, so many after now. */
export const at = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;

export interface Key {
  jwk: JWK;
  pem: string;
  /** Signs whatever it is given, also what jose would not (ES256 only). */
  signRaw: (header: unknown, payload: unknown) => Promise<string>;
  sign: (claims?: Record<string, unknown>, header?: Record<string, unknown>) => Promise<string>;
}

/** Two keys of the issuer, and a stranger's that goes by the first one's name. */
export interface Keys {
  key: Key;
  rsa: Key;
  stranger: Key;
}

export type MakeToken = (keys: Keys) => string | Promise<string>;

/** Claims that are good; null leaves one out. */
export function goodClaims(changed: Record<string, unknown> = {}): Record<string, unknown> {
  const good = { iss: ISSUER, aud: AUDIENCE, sub: "ada", name: "Ada", role: "editor", iat: at(-10), exp: at(3600) };
  return Object.fromEntries(Object.entries({ ...good, ...changed }).filter(([, value]) => value !== null));
}

export async function makeKey(kid: string, alg = "ES256"): Promise<Key> {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid, alg, use: "sig" };
  return {
    jwk,
    pem: await exportSPKI(publicKey),
    signRaw: async (header, payload) => {
      const signed = [header, payload].map(encodePart).join(".");
      const algorithm = { name: "ECDSA", hash: "SHA-256" };
      const signature = await crypto.subtle.sign(algorithm, privateKey, new TextEncoder().encode(signed));
      return `${signed}.${Buffer.from(signature).toString("base64url")}`;
    },
    sign: (claims = {}, header = {}) => {
      const all = Object.entries({ alg, kid, typ: "JWT", ...header }).filter(([, value]) => value !== null);
      return new SignJWT(goodClaims(claims))
        .setProtectedHeader(Object.fromEntries(all) as unknown as JWTHeaderParameters)
        .sign(privateKey);
    },
  };
}

export const keySet = (...keys: Key[]) => JSON.stringify({ keys: keys.map(({ jwk }) => jwk) });

/** The settings of a Worker that trusts the keys. */
export const trusting = (...keys: Key[]) => ({
  AUTH_ISSUER: ISSUER,
  AUTH_AUDIENCE: AUDIENCE,
  AUTH_JWKS: keySet(...keys),
});
