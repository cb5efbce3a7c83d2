import { leastRecentlyUsed } from "./least-recently-used.ts";
import { sha256 } from "./sha256.ts";

/** With texts of 16 KB, 3 MB at most. */
const MOST_TEXTS = 200;
/** In milliseconds. No request waits longer for the cache. */
export const PATIENCE_MS = 100;
const A_MONTH_S = 30 * 24 * 60 * 60;

/**
 * The documents that clients have registered by sending text and SHA-256 together (automatic persisted
 * queries): in this isolate's memory, and behind it in the cache that the isolates of a data centre share.
 * The cache is trusted with nothing: what it gives is checked, and what it does not give in time is not there.
 */
export function persistedQueries() {
  const texts = leastRecentlyUsed<string>(MOST_TEXTS);

  return {
    /** The text that has this SHA-256, null where it is not known. `url` is that of a request. */
    find: async (hash: string, url: string): Promise<string | null> => {
      const known = texts.get(hash);
      if (known !== undefined) return known;
      const text = await inTime(match(hash, url));
      if (text === null || (await sha256(text)) !== hash) return null;
      texts.set(hash, text);
      return text;
    },

    /** Keeps a text under its SHA-256, which has been checked; never fails. */
    keep: async (hash: string, text: string, url: string): Promise<void> => {
      if (texts.get(hash) !== undefined) return;
      texts.set(hash, text);
      await put(hash, text, url).catch(() => undefined);
    },
  };
}

const open = () => caches.open("persisted-queries");
// Cloudflare asks for keys with the service's own host name; under this path there is nothing else.
const keyOf = (hash: string, url: string) => new URL(`/graphql/${hash}`, url).href;

async function match(hash: string, url: string): Promise<string | null> {
  const response = await (await open()).match(keyOf(hash, url));
  return response === undefined ? null : response.text();
}

async function put(hash: string, text: string, url: string): Promise<void> {
  const headers = { "cache-control": `public, max-age=${A_MONTH_S}` };
  await (await open()).put(keyOf(hash, url), new Response(text, { headers }));
}

async function inTime<Value>(work: Promise<Value>): Promise<Value | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), PATIENCE_MS);
  });
  try {
    return await Promise.race([work, late]);
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}
