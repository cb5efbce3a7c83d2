import { createHash } from "node:crypto";
import { withTimeout } from "../limit/with-timeout.ts";

declare global {
  // The types of a browser, which Yoga's types bring, have no `default`.
  interface CacheStorage {
    readonly default: Cache;
  }
}

/** What everybody may be given. */
export interface SharedEntry {
  body: string;
  /** Its `Cache-Control`; empty where it is no answer. */
  policy: string;
}

/** What isolates share. It may forget, fail, hang or be wrong: then nothing is in it. No call fails. */
export interface SharedCache {
  match: (key: string) => Promise<SharedEntry | null>;
  put: (key: string, entry: SharedEntry, seconds: number) => Promise<void>;
}

/** In ms. No request waits longer for the cache. */
export const PATIENCE_MS = 150;
const POLICY = "entente-policy";
const DIGEST = "entente-digest";

/**
 * The Cache API of the data centre that the Worker runs in, under the service's own origin, as Cloudflare wants it. What
 * comes out is checked against the digest that went in.
 */
export function cacheApi(cache: Pick<Cache, "match" | "put">, origin: string): SharedCache {
  const address = (key: string) => `${origin}/graphql/${key}`;

  async function find(key: string): Promise<SharedEntry | null> {
    const response = await cache.match(address(key));
    if (response === undefined) return null;
    const entry = { body: await response.text(), policy: response.headers.get(POLICY) ?? "" };
    return response.headers.get(DIGEST) === digestOf(key, entry) ? entry : null;
  }

  async function store(key: string, entry: SharedEntry, seconds: number): Promise<void> {
    const headers = {
      "cache-control": `public, max-age=${seconds}`,
      [POLICY]: entry.policy,
      [DIGEST]: digestOf(key, entry),
    };
    await cache.put(address(key), new Response(entry.body, { headers }));
  }

  return {
    match: (key) => withTimeout(find(key), PATIENCE_MS),
    put: async (key, entry, seconds) => void (await withTimeout(store(key, entry, seconds), PATIENCE_MS)),
  };
}

function digestOf(key: string, { body, policy }: SharedEntry): string {
  return createHash("sha256").update(`${key}\n${policy}\n`).update(body).digest("base64url");
}
