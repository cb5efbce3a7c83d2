import type { Identity } from "../domain/identity.ts";
import { isAuthorization, readToken } from "./bearer.ts";
import { identityOf } from "./claim.ts";
import { IdentityRefusal } from "./identity-refusal.ts";
import { type Fetch, type FindKey, keyServer, type Moment } from "./key-server.ts";
import { type IdentitySettings, readIdentitySettings } from "./identity-settings.ts";
import { perSettings } from "./settings.ts";
import { checkToken } from "./token.ts";

interface Check {
  header: string;
  identify: (token: string, moment: Moment) => Promise<Identity>;
}

type Answer = (identity: Identity | null) => Promise<Response>;

const LATER_S = 60;

/**
 * Has a request answered for whom its token is about; for nobody (null) where it brings no token.
 * A token that is not good is 401, one that cannot be checked 503, and no answer to a token is stored.
 */
export function identifying(log: (line: object) => void, fetchKeys: Fetch = (url, init) => fetch(url, init)) {
  /** The keys of an issuer are kept for as long as the settings stay the same. */
  const checkFor = perSettings((env) => prepare(env, log, fetchKeys));

  return async (request: Request, env: object, moment: Moment, answer: Answer): Promise<Response> => {
    const { header, identify } = checkFor(env);
    let identity: Identity | null;
    try {
      const token = readToken(request.headers, header);
      identity = token === null ? null : await identify(token, moment);
    } catch (error) {
      const refusal = error instanceof IdentityRefusal ? error : IdentityRefusal.unavailable(error, LATER_S);
      if (refusal.cause instanceof Error) log({ level: "error", message: refusal.cause.message });
      return refusal.response();
    }
    const response = await answer(identity);
    if (!isAuthorization(header)) response.headers.append("vary", header);
    return identity === null ? response : notStored(response);
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
  return {
    header,
    identify: async (token, moment) => identityOf(await checkToken(token, settings, findKey, moment), settings),
  };
}

function refusing(refusal: () => IdentityRefusal): Check {
  return { header: "Authorization", identify: () => Promise.reject(refusal()) };
}

function notStored(response: Response): Response {
  const headers = new Headers(response.headers);
  headers.set("cache-control", "no-store");
  return new Response(response.body, { status: response.status, headers });
}
