import { type About, licenceFault, nameFault, SHIPPED } from "../domain/about.ts";

/** All settings of the Worker, as variables of its environment; docs/settings.md shows this table. */
export const settings = {
  AUTH_ISSUER: { default: "", meaning: "`iss` of the tokens that are accepted, to the letter" },
  AUTH_AUDIENCE: { default: "", meaning: "`aud` of the tokens that are accepted; several with commas between them" },
  AUTH_JWKS_URL: { default: "", meaning: "where the issuer publishes its keys: an https address" },
  AUTH_JWKS: { default: "", meaning: "the issuer's public keys themselves, a JWK Set, in place of the address" },
  AUTH_ROLE_CLAIM: { default: "role", meaning: "the claim with the role or roles; dots lead into objects" },
  AUTH_NAME_CLAIM: { default: "name", meaning: "the claim with the name; where a token has none, `sub` is the name" },
  AUTH_HEADER: { default: "Authorization", meaning: "the header with the token; any other has the bare token" },
  CACHE_ANSWERS: { default: "true", meaning: "whether answers to anonymous queries by GET or document id are shared" },
  CACHE_STALENESS_MS: {
    default: "1000",
    meaning: "how long after a write an answer may still be without it, 0 to 60,000 ms; 0 asks D1 each time",
  },
  DATASET_NAME: {
    default: SHIPPED.name,
    meaning: "what the data are called: `dataset { name }`, and where OpenRefine lists services",
  },
  DATASET_LICENCE: {
    default: SHIPPED.licence,
    meaning: "the licence of the data, as an SPDX identifier: `dataset { licence }`",
  },
  INTROSPECTION: { default: "true", meaning: "whether the schema may be asked for, as GraphiQL and other tools do" },
  LIMIT_BODY_BYTES: { default: "65536", meaning: "the longest body of a request, in bytes" },
  LIMIT_DOCUMENT_BYTES: { default: "16384", meaning: "the longest GraphQL document, in bytes of UTF-8" },
  LIMIT_DOCUMENT_TOKENS: { default: "1000", meaning: "the most tokens in a document" },
  LIMIT_DEPTH: { default: "10", meaning: "how deep selections may nest; introspection may go to 16" },
  LIMIT_COST: { default: "50000", meaning: "the highest cost of one request, as computed before it runs" },
  LIMIT_BUDGET: { default: "1000000", meaning: "the cost that a client may spend at once; 0 for no limit" },
  LIMIT_BUDGET_PER_MINUTE: { default: "1000000", meaning: "the cost that a client is given back each minute" },
  LIMIT_DEADLINE_MS: { default: "3000", meaning: "the time after which a request is given up, 100 to 600,000 ms" },
  LOG_REQUESTS: { default: "true", meaning: "whether each request to /graphql is a line in the log" },
  PLANS: { default: "on", meaning: "whether queries are answered by execution plans, `on` or `off`: docs/plans.md" },
  SUGGESTIONS: { default: "true", meaning: "whether errors suggest names of the schema: did you mean …?" },
  TRUSTED_DOCUMENTS_ONLY: { default: "false", meaning: "whether only the documents of the manifest are answered" },
} as const;

export type Setting = keyof typeof settings;

/** What the settings say, but for those of identity, which are read by themselves. */
export interface Settings {
  about: About;
  cacheAnswers: boolean;
  stalenessMs: number;
  bodyBytes: number;
  document: DocumentLimits;
  cost: number;
  budget: number;
  budgetPerMinute: number;
  deadlineMs: number;
  logRequests: boolean;
  plans: boolean;
  trustedOnly: boolean;
}

export interface DocumentLimits {
  bytes: number;
  tokens: number;
  depth: number;
  introspection: boolean;
  suggestions: boolean;
}

export const IDENTITY = /^AUTH_/;
const OTHER = /^(?:CACHE|DATASET|LIMIT|LOG|TRUSTED)_|^(?:PLANS|INTROSPECTION|SUGGESTIONS)$/;

/**
 * The settings of one kind in the Worker's environment, and nothing else of it.
 * @throws an error whose one line names what is no setting
 */
export function settingsIn(env: object, kind: RegExp): Record<string, unknown> {
  const given = Object.entries(env).filter(([name]) => kind.test(name));
  for (const [name] of given) {
    if (!(name in settings)) throw new Error(`${name} is no setting: there are ${Object.keys(settings).join(", ")}`);
  }
  return Object.fromEntries(given);
}

/** @throws an error whose one line names the setting and what would be right */
export function readSettings(env: object): Settings {
  const given = settingsIn(env, OTHER);
  const text = (name: Setting) => textOf(name, given[name]) || settings[name].default;
  const flag = (name: Setting) => flagOf(name, text(name));
  const number = (name: Setting, least: number, most: number) => numberOf(name, text(name), least, most);
  const checked = (name: Setting, faultOf: (text: string) => string | null) => checkedText(name, text(name), faultOf);
  return {
    about: { name: checked("DATASET_NAME", nameFault), licence: checked("DATASET_LICENCE", licenceFault) },
    cacheAnswers: flag("CACHE_ANSWERS"),
    stalenessMs: number("CACHE_STALENESS_MS", 0, 60_000),
    bodyBytes: number("LIMIT_BODY_BYTES", 1_000, 10_000_000),
    document: {
      bytes: number("LIMIT_DOCUMENT_BYTES", 1_000, 1_000_000),
      tokens: number("LIMIT_DOCUMENT_TOKENS", 100, 10_000),
      depth: number("LIMIT_DEPTH", 1, 50),
      introspection: flag("INTROSPECTION"),
      suggestions: flag("SUGGESTIONS"),
    },
    cost: number("LIMIT_COST", 1, 10_000_000),
    budget: number("LIMIT_BUDGET", 0, 1_000_000_000),
    budgetPerMinute: number("LIMIT_BUDGET_PER_MINUTE", 1, 1_000_000_000),
    deadlineMs: number("LIMIT_DEADLINE_MS", 100, 600_000),
    logRequests: flag("LOG_REQUESTS"),
    plans: oneOf("PLANS", text("PLANS"), ["on", "off"]) === "on",
    trustedOnly: flag("TRUSTED_DOCUMENTS_ONLY"),
  };
}

/** Those that hold where nothing is set, or what is set is wrong. */
export const usualSettings = readSettings({});

/** In wrangler.toml a JWK Set can be written as a table, a number or a flag as itself. */
export function textOf(name: string, value: unknown): string {
  switch (typeof value) {
    case "undefined":
      return "";
    case "string":
      return value.trim();
    case "number":
    case "boolean":
      if (!name.startsWith("AUTH_")) return String(value);
      break;
    default:
      if (name === "AUTH_JWKS") return value === null ? "" : JSON.stringify(value);
  }
  throw new Error(`${name} takes a text`);
}

function checkedText(name: string, text: string, faultOf: (text: string) => string | null): string {
  const fault = faultOf(text);
  if (fault === null) return text;
  throw new Error(`${name} is ${JSON.stringify(text)}: ${fault}`);
}

function flagOf(name: string, text: string): boolean {
  return oneOf(name, text, ["true", "false"]) === "true";
}

function oneOf(name: string, text: string, values: readonly [string, string]): string {
  if (values.includes(text)) return text;
  throw new Error(`${name} is ${JSON.stringify(text)}: give ${values.join(" or ")}`);
}

function numberOf(name: string, text: string, least: number, most: number): number {
  const number = /^\d+$/.test(text) ? Number(text) : NaN;
  if (number >= least && number <= most) return number;
  throw new Error(`${name} is ${JSON.stringify(text)}: give a whole number from ${least} to ${most}`);
}

/** Makes something of an environment's settings, and again only where they are other ones than the last time. */
export function perSettings<T>(make: (env: object) => T): (env: object) => T {
  const made = new WeakMap<object, T>();
  let last: { text: string; value: T } | null = null;
  return (env) => {
    const known = made.get(env);
    if (known !== undefined) return known;
    const text = JSON.stringify(Object.entries(env).filter(([name]) => IDENTITY.test(name) || OTHER.test(name)));
    if (last?.text !== text) last = { text, value: make(env) };
    made.set(env, last.value);
    return last.value;
  };
}
