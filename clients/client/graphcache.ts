import { Client, fetchExchange } from "@urql/core";
import { cacheExchange, type CacheExchangeOpts } from "@urql/exchange-graphcache";
import type { CachingClient } from "./caching-client.ts";

/** urql with its normalizing cache, as it is unless told more. */
export function graphcache(address: string, settings: CacheExchangeOpts = {}): CachingClient {
  const client = new Client({ url: `${address}/graphql`, exchanges: [cacheExchange(settings), fetchExchange] });
  return {
    async ask({ document, variables }) {
      const { error } = await client.query(document, variables, { requestPolicy: "network-only" }).toPromise();
      if (error !== undefined) throw error;
    },
    async read({ document, variables }) {
      const { data } = await client.query(document, variables, { requestPolicy: "cache-only" }).toPromise();
      return data as unknown;
    },
  };
}
