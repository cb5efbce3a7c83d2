import { readKeys, type PublicKeys } from "./public-keys.ts";

/** Who is trusted to say who someone is, and how. */
export interface IdentitySettings {
  issuer: string;
  audience: string[];
  keys: URL | PublicKeys;
  roleClaim: string;
  nameClaim: string;
  header: string;
}

/** All settings of identity, as variables of the Worker; docs/identity.md shows this table. */
export const settings = {
  AUTH_ISSUER: { default: "", meaning: "`iss` of the tokens that are accepted, to the letter" },
  AUTH_AUDIENCE: { default: "", meaning: "`aud` of the tokens that are accepted; several with commas between them" },
  AUTH_JWKS_URL: { default: "", meaning: "where the issuer publishes its keys: an https address" },
  AUTH_JWKS: { default: "", meaning: "the issuer's public keys themselves, a JWK Set, in place of the address" },
  AUTH_ROLE_CLAIM: { default: "role", meaning: "the claim with the role or roles; dots lead into objects" },
  AUTH_NAME_CLAIM: { default: "name", meaning: "the claim with the name; where a token has none, `sub` is the name" },
  AUTH_HEADER: { default: "Authorization", meaning: "the header with the token; any other has the bare token" },
} as const;

type Setting = keyof typeof settings;

const HEADER_NAME = /^[\w!#$%&'*+.^`|~-]+$/;
const LOCAL_HOSTS = ["localhost", "127.0.0.1", "[::1]"];

/** The settings of identity in the Worker's environment, and nothing else of it. */
export function settingsIn(env: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(env).filter(([name]) => name.startsWith("AUTH_")));
}

/**
 * Null where nothing is set: nobody has an identity then.
 * @throws an error whose one line names the setting and what would be right
 */
export function readSettings(env: object): IdentitySettings | null {
  const given = settingsIn(env);
  for (const name of Object.keys(given)) {
    if (!(name in settings)) throw new Error(`${name} is no setting: there are ${Object.keys(settings).join(", ")}`);
  }
  const value = (name: Setting) => textOf(name, given[name]) || settings[name].default;
  if (Object.keys(given).every((name) => textOf(name, given[name]) === "")) return null;
  return {
    issuer: value("AUTH_ISSUER") || missing("AUTH_ISSUER"),
    audience: audienceOf(value("AUTH_AUDIENCE")),
    keys: keysOf(value("AUTH_JWKS_URL"), value("AUTH_JWKS")),
    roleClaim: value("AUTH_ROLE_CLAIM"),
    nameClaim: value("AUTH_NAME_CLAIM"),
    header: headerOf(value("AUTH_HEADER")),
  };
}

/**
 * Whether nothing but trusted documents is answered.
 * @throws an error whose one line names the setting and what would be right
 */
export function trustedDocumentsOnly(env: object): boolean {
  const { TRUSTED_DOCUMENTS_ONLY: given = "false" } = env as { TRUSTED_DOCUMENTS_ONLY?: unknown };
  if (given === "true" || given === "false") return given === "true";
  throw new Error('TRUSTED_DOCUMENTS_ONLY takes "true" or "false"');
}

// In wrangler.toml a JWK Set can be written as a table, which comes as an object.
function textOf(name: string, value: unknown): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "string") return value.trim();
  if (name === "AUTH_JWKS" && typeof value === "object") return JSON.stringify(value);
  throw new Error(`${name} takes a text`);
}

function missing(name: Setting): never {
  throw new Error(`${name} is missing: ${settings[name].meaning}`);
}

function audienceOf(text: string): string[] {
  const audience = text.split(",").flatMap((one) => one.trim() || []);
  return audience.length > 0 ? audience : missing("AUTH_AUDIENCE");
}

function keysOf(url: string, jwks: string): URL | PublicKeys {
  if (url !== "" && jwks !== "") throw new Error("AUTH_JWKS_URL and AUTH_JWKS are both set: keep one");
  if (url !== "") return addressOf(url);
  if (jwks === "") return missing("AUTH_JWKS_URL");
  try {
    return readKeys(jwks);
  } catch (error) {
    throw new Error(`AUTH_JWKS ${error instanceof Error ? error.message : "is no JWK Set"}`, { cause: error });
  }
}

function addressOf(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  const safe = url?.protocol === "https:" || (url?.protocol === "http:" && LOCAL_HOSTS.includes(url.hostname));
  if (url === null || !safe) throw new Error("AUTH_JWKS_URL takes an https address, or an http one of this machine");
  return url;
}

function headerOf(text: string): string {
  if (HEADER_NAME.test(text)) return text;
  throw new Error("AUTH_HEADER takes the name of a header, such as Cf-Access-Jwt-Assertion");
}
