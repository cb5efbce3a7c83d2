import type { JWTHeaderParameters } from "jose";
import { JWKSNoMatchingKey } from "jose/errors";
import { IdentityRefusal } from "./identity-refusal.ts";
import { type PublicKeys, readKeys } from "./public-keys.ts";

/** The request that something is done for: when it came, and what keeps it alive for work that outlasts it. */
export interface Moment {
  now: number;
  waitUntil: (work: Promise<unknown>) => void;
}

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;
export type FindKey = (header: JWTHeaderParameters, moment: Moment) => ReturnType<PublicKeys>;

const TIMEOUT_MS = 2_000;
/** No request waits longer for the keys. */
export const PATIENCE_MS = TIMEOUT_MS + 200;
export const COOLDOWN_MS = 10_000;
/** Older keys serve on while new ones are fetched behind the request. */
export const FRESH_MS = 10 * 60_000;
/** Keys that could not be renewed for so long serve no more: one may have been withdrawn. */
export const STALE_MS = 24 * 60 * 60_000;
const MOST_BYTES = 128 * 1024;

/**
 * Stale-while-revalidate for the keys that an issuer publishes, kept in this isolate's memory. However many tokens come, and
 * whatever keys they name, the server is asked at most once in a cooldown.
 */
export function keyServer(url: URL, fetchKeys: Fetch, log: (line: object) => void): FindKey {
  let known: { keys: PublicKeys; since: number } | null = null;
  let attempt: { at: number; done: Promise<boolean> } | null = null;

  /** Whether all went well; what did not is logged once, however many requests wait for it. */
  async function load(now: number): Promise<boolean> {
    try {
      known = { keys: readKeys(await download(url, fetchKeys)), since: now };
      return true;
    } catch (error) {
      log({ level: "error", message: `AUTH_JWKS_URL: ${error instanceof Error ? error.message : String(error)}` });
      return false;
    }
  }

  /** Asks the server, or waits for the answer to the question of another request; whether all went well. */
  function renew({ now, waitUntil }: Moment): Promise<boolean> {
    if (attempt === null || !isWithin(COOLDOWN_MS, attempt.at, now)) {
      attempt = { at: now, done: load(now) };
      waitUntil(attempt.done);
    }
    return settled(attempt.done);
  }

  async function renewed(moment: Moment): Promise<PublicKeys> {
    const isRenewed = await renew(moment);
    if (!isRenewed || known === null) throw IdentityRefusal.unavailable(null, COOLDOWN_MS / 1000);
    return known.keys;
  }

  return async (header, moment) => {
    const age = known === null ? Infinity : moment.now - known.since;
    const keys = known === null || age > STALE_MS ? await renewed(moment) : known.keys;
    if (age > FRESH_MS && age <= STALE_MS) moment.waitUntil(renew(moment));
    try {
      return await keys(header);
    } catch (error) {
      if (!(error instanceof JWKSNoMatchingKey)) throw error;
      return (await renewed(moment))(header);
    }
  };
}

// A clock that was set back must not make the cooldown longer.
function isWithin(duration: number, since: number, now: number): boolean {
  return now >= since && now < since + duration;
}

/** The question dies with the request that asked it, if that is cut off: who waits has a clock of their own. */
async function settled(done: Promise<boolean>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS);
  });
  try {
    return await Promise.race([done, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function download(url: URL, fetchKeys: Fetch): Promise<string> {
  const response = await fetchKeys(url.href, {
    headers: { accept: "application/jwk-set+json, application/json" },
    redirect: "manual",
    cache: "no-store",
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (response.status !== 200) {
    await response.body?.cancel();
    throw new Error(`answered ${response.status}`);
  }
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > MOST_BYTES) throw new Error(`answered more than ${MOST_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}
