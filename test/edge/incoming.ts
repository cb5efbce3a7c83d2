import { env } from "cloudflare:workers";
import { noUsage } from "../../src/domain/usage.ts";
import type { Incoming } from "../../src/edge/exchange.ts";
import { cacheApi } from "../../src/edge/shared-cache.ts";

/** What a request brings, with nobody behind it and nothing bound. */
export function incoming<Context>(
  given: Partial<Incoming<Context>> & Pick<Incoming<Context>, "context">,
): Incoming<Context> {
  return {
    requestId: "r",
    version: "",
    now: 0,
    elapsed: () => 0,
    identity: null,
    assets: env.ASSETS,
    cache: cacheApi(caches.default, "http://localhost"),
    shield: undefined,
    metrics: undefined,
    usage: noUsage(),
    read: () => Promise.reject(new Error("not asked")),
    freshen: () => undefined,
    waitUntil: () => undefined,
    onLate: () => undefined,
    ...given,
  };
}
