import { lruCache } from "../../domain/lru-cache.ts";
import type { SharedCache, SharedEntry } from "./shared-cache.ts";

/** In characters: 8 MB at most, of the 128 that an isolate has. */
const MOST = 4_000_000;

/** Puts this isolate's memory of answers before a cache: what is asked again and again is not taken from there each time. */
export function answerMemory(most = MOST): (cache: SharedCache) => SharedCache {
  const answers = lruCache<SharedEntry>(most, ({ body }) => body.length);

  // Documents are kept in the cache too, and have a memory of their own.
  const remember = (key: string, entry: SharedEntry | null) => {
    if (entry !== null && entry.policy !== "") answers.set(key, entry);
    return entry;
  };

  return (cache) => ({
    match: async (key) => answers.get(key) ?? remember(key, await cache.match(key)),
    put: (key, entry, seconds) => {
      remember(key, entry);
      return cache.put(key, entry, seconds);
    },
  });
}
