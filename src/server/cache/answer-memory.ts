import { cacheOf } from "../../domain/cache.ts";
import type { SharedCache, SharedEntry } from "./shared-cache.ts";

/** Puts this isolate's memory of answers before a cache: what is asked again and again is not taken from there each time. */
export function answerMemory(most?: number): (cache: SharedCache) => SharedCache {
  const answers = cacheOf<SharedEntry>("answer", ({ body }) => body.length, most);

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
