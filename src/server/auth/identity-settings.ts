import { readKeys, type PublicKeys } from "./public-keys.ts";
import { IDENTITY, type Setting, settings, settingsIn, textOf } from "../settings.ts";

/** Who is trusted to say who someone is, and how. */
export interface IdentitySettings {
  issuer: string;
  audience: string[];
  keys: URL | PublicKeys;
  roleClaim: string;
  nameClaim: string;
  header: string;
}

const HEADER_NAME = /^[\w!#$%&'*+.^`|~-]+$/;
const LOCAL_HOSTS = ["localhost", "127.0.0.1", "[::1]"];

/**
 * Null where nothing is set: nobody has an identity then.
 * @throws an error whose one line names the setting and what would be right
 */
export function readIdentitySettings(env: object): IdentitySettings | null {
  const given = settingsIn(env, IDENTITY);
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
    throw new Error(`AUTH_JWKS ${(error as Error).message}`, { cause: error });
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
