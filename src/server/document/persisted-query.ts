import { cacheOf } from "../../domain/cache.ts";
import type { SharedCache } from "../cache/shared-cache.ts";

const A_MONTH_S = 30 * 24 * 60 * 60;

/**
 * The documents that clients have registered by sending text and SHA-256 together (automatic persisted
 * queries): in this isolate's memory, and behind it in the cache that the isolates of a data centre share.
 */
export function persistedQueries() {
  const texts = cacheOf<string>("persisted query");

  return {
    /** The text that has this SHA-256, null where it is not known. */
    find: async (hash: string, cache: SharedCache): Promise<string | null> => {
      const known = texts.get(hash);
      if (known !== undefined) return known;
      const entry = await cache.match(keyOf(hash));
      if (entry === null) return null;
      texts.set(hash, entry.body);
      return entry.body;
    },

    /** Keeps a text under its SHA-256, which has been checked; never fails. */
    keep: async (hash: string, text: string, cache: SharedCache): Promise<void> => {
      if (texts.get(hash) !== undefined) return;
      texts.set(hash, text);
      await cache.put(keyOf(hash), { body: text, policy: "" }, A_MONTH_S);
    },
  };
}

const keyOf = (hash: string) => `document-${hash}`;
