import { noUsage } from "../../src/domain/usage.ts";
import { noCache } from "./no-cache.ts";
import type { RequestState } from "../../src/server/request-stage.ts";

/** What a request brings, with nothing bound and no deadline. */
export function requestState(given: Partial<RequestState> = {}): RequestState {
  return {
    requestId: "r",
    version: "",
    now: 0,
    elapsed: () => 0,
    assets: { fetch: () => Promise.reject(new Error("there are no files")) },
    cache: noCache,
    shield: undefined,
    metrics: undefined,
    cacheMetrics: undefined,
    usage: noUsage(),
    read: () => Promise.reject(new Error("not asked")),
    freshen: () => undefined,
    bookmark: () => null,
    resolverContext: () => ({}),
    waitUntil: () => undefined,
    inTime: (work) => work,
    ...given,
  };
}
