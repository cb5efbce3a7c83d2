import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from "jose";
import type { Role } from "../../src/domain/role.ts";
import { root } from "./tool.ts";

/** The private key that this machine signs its own tokens with; git ignores the folder. */
const LOCAL_KEY_FILE = join(root, ".wrangler/identity-key.json");

const ISSUER = "urn:entente:local";
const AUDIENCE = "entente";

export interface LocalClaims {
  name: string;
  role: Role;
  /** How long the token is good. */
  hours: number;
}

/** Settings with which the Worker trusts this machine and nobody else, whatever wrangler.toml has for a deployed one. */
export async function localSettings(file = LOCAL_KEY_FILE): Promise<Record<string, string>> {
  const { d, ...key } = await localKey(file);
  void d;
  return {
    AUTH_ISSUER: ISSUER,
    AUTH_AUDIENCE: AUDIENCE,
    AUTH_JWKS_URL: "",
    AUTH_JWKS: JSON.stringify({ keys: [key] }),
    AUTH_ROLE_CLAIM: "role",
    AUTH_NAME_CLAIM: "name",
    AUTH_HEADER: "Authorization",
  };
}

export async function localToken({ name, role, hours }: LocalClaims, file = LOCAL_KEY_FILE): Promise<string> {
  const key = await localKey(file);
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({ name, role })
    .setProtectedHeader({ alg: "ES256", typ: "JWT", kid: key.kid! })
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setSubject(`local:${name}`)
    .setIssuedAt(now)
    .setExpirationTime(now + Math.round(hours * 3600))
    .sign(await importJWK(key, "ES256"));
}

/** Made when there is none yet, for its owner's eyes only. */
async function localKey(file: string): Promise<JWK> {
  if (!existsSync(file)) await makeKey(file);
  try {
    const key = JSON.parse(readFileSync(file, "utf8")) as JWK;
    if (typeof key.kid === "string" && typeof key.d === "string") return key;
  } catch {
    // What is wrong with it makes no difference.
  }
  throw new Error(`${file} holds no key: delete it, and a new one is made`);
}

async function makeKey(file: string): Promise<void> {
  const { privateKey } = await generateKeyPair("ES256", { extractable: true });
  const key = await exportJWK(privateKey);
  const text = JSON.stringify({ ...key, alg: "ES256", use: "sig", kid: await calculateJwkThumbprint(key) });
  mkdirSync(dirname(file), { recursive: true });
  try {
    writeFileSync(file, text, { mode: 0o600, flag: "wx" });
  } catch (error) {
    // Another command has made one meanwhile.
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}
