import type { Identity } from "../../domain/identity.ts";
import { readToken } from "./bearer.ts";
import { identityOf } from "./claim.ts";
import { IdentityRefusal } from "./identity-refusal.ts";
import { type Fetch, type FindKey, keyServer, type Moment } from "./key-server.ts";
import { type IdentitySettings, readIdentitySettings } from "./identity-settings.ts";
import { checkToken } from "./token.ts";

interface Check {
  header: string;
  identify: (token: string, moment: Moment) => Promise<Identity>;
}

const LATER_S = 60;

export type Identified = Identity | null | IdentityRefusal;

/** How the tokens of a service are checked. */
export interface IdentityCheck {
  /** The header that has the token. */
  header: string;
  /** Whom a request's token is about; null where it brings none, or why it is refused. */
  identify: (headers: Headers, moment: Moment) => Identified | Promise<Identified>;
}

/** Makes the check that an environment's settings want. The keys of an issuer are kept for as long as it is the same check. */
export function identityCheck(
  env: object,
  log: (line: object) => void,
  fetchKeys: Fetch = (url, init) => fetch(url, init),
): IdentityCheck {
  const { header, identify } = prepare(env, log, fetchKeys);
  const refused = (error: unknown): IdentityRefusal => {
    const refusal = error instanceof IdentityRefusal ? error : IdentityRefusal.unavailable(error, LATER_S);
    if (refusal.cause instanceof Error) log({ level: "error", message: refusal.cause.message });
    return refusal;
  };
  return {
    header,
    identify: (headers, moment) => {
      try {
        const token = readToken(headers, header);
        return token === null ? null : identify(token, moment).catch(refused);
      } catch (error) {
        return refused(error);
      }
    },
  };
}

function prepare(env: object, log: (line: object) => void, fetchKeys: Fetch): Check {
  let settings: IdentitySettings | null;
  try {
    settings = readIdentitySettings(env);
  } catch (error) {
    log({ level: "error", message: (error as Error).message });
    return refusing(() => IdentityRefusal.unavailable(null, LATER_S));
  }
  if (settings === null) {
    return refusing(() => IdentityRefusal.invalid("This service has no issuer of tokens set up: send none"));
  }
  const { keys, header } = settings;
  const findKey: FindKey = keys instanceof URL ? keyServer(keys, fetchKeys, log) : (named) => keys(named);
  const told = new Set<string>();
  // Once: a reader's token may come with every request.
  const tell = (message: string) => {
    if (!told.has(message)) log({ level: "warn", message });
    told.add(message);
  };
  return {
    header,
    identify: async (token, moment) => identityOf(await checkToken(token, settings, findKey, moment), settings, tell),
  };
}

function refusing(refusal: () => IdentityRefusal): Check {
  return { header: "Authorization", identify: () => Promise.reject(refusal()) };
}
