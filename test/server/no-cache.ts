import type { SharedCache } from "../../src/server/cache/shared-cache.ts";

/** A cache that keeps nothing. */
export const noCache: SharedCache = { match: () => Promise.resolve(null), put: () => Promise.resolve() };
