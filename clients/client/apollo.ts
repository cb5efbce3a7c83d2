import { ApolloClient, HttpLink, InMemoryCache, type InMemoryCacheConfig } from "@apollo/client";
import type { CachingClient } from "./caching-client.ts";

/** Apollo Client with its cache, as it is unless told more. */
export function apollo(address: string, settings: InMemoryCacheConfig = {}): CachingClient {
  const client = new ApolloClient({
    link: new HttpLink({ uri: `${address}/graphql` }),
    cache: new InMemoryCache(settings),
  });
  return {
    async ask({ document, variables }) {
      await client.query({ query: document, variables, fetchPolicy: "network-only" });
    },
    async read({ document, variables }) {
      const { data } = await client.query({ query: document, variables, fetchPolicy: "cache-only" });
      return data;
    },
  };
}
