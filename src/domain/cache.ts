import { type LruCache, lruCache, type Use } from "./lru-cache.ts";

/** The LRU caches of an isolate, and how many entries each holds at most; answers are counted in characters. */
export const caches = {
  /** Answers that all may share: 8 MB at most, of the 128 that an isolate has. */
  answer: 4_000_000,
  /** The keys of answers that are asked again and again. */
  "answer key": 1000,
  /** Documents that were parsed: one can take a hundred times the memory of its text. */
  document: 100,
  /** The texts of trusted documents, and the names of documents by their texts. */
  "trusted text": 100,
  "trusted name": 100,
  /** Documents that clients have registered: with texts of 16 KB, 3 MB at most. */
  "persisted query": 200,
  /** Clients and what they may still spend: who has not come for longest starts anew. */
  budget: 10_000,
  /** SQL queries that are all in their names. */
  "named query": 100,
  /** The columns that lists are ordered by, so that cursors are read without planning the list again. */
  cursor: 100,
  /** Execution plans, of one operation: one a shape of its variables. */
  plan: 10,
  /** SQL queries of all fields of one plan, by all that is asked and by name: one differs where a page has another size. */
  "plan query": 20,
  "plan query name": 20,
  /** The arguments of one field of a plan. */
  "plan argument": 20,
} as const;

export type CacheName = keyof typeof caches;

/** How a cache was used since this was last told, together with all others of its name. */
export interface CacheUse extends Use {
  name: CacheName;
  most: number;
}

const uses = new Map<CacheName, Use>();

/** A cache of the name, which holds as much as it says there, or as given. */
export function cacheOf<Value>(
  name: CacheName,
  sizeOf?: (value: Value) => number,
  most: number = caches[name],
): LruCache<Value> {
  const use = uses.get(name) ?? { hits: 0, misses: 0 };
  uses.set(name, use);
  return lruCache(most, sizeOf, use);
}

/** How the caches were used since this was last called. */
export function takeCacheUse(): CacheUse[] {
  return [...uses].map(([name, use]) => {
    const { hits, misses } = use;
    Object.assign(use, { hits: 0, misses: 0 });
    return { name, most: caches[name], hits, misses };
  });
}
