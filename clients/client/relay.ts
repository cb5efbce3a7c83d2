import RelayRuntime, { type ConcreteRequest } from "relay-runtime";
import type { CachingClient } from "./caching-client.ts";
import { relayEnvironment } from "./relay-environment.ts";

const { createOperationDescriptor, fetchQuery } = RelayRuntime;

/** Relay, which asks what its compiler has made of a question. */
export function relay(address: string, compiled: ReadonlyMap<string, unknown>): CachingClient {
  const environment = relayEnvironment(address);
  const requestOf = (name: string) => compiled.get(`${name}Query`) as ConcreteRequest;
  return {
    async ask({ name, variables }) {
      // What nobody retains is forgotten.
      environment.retain(createOperationDescriptor(requestOf(name), variables));
      await fetchQuery(environment, requestOf(name), variables).toPromise();
    },
    async read({ name, variables }) {
      return environment.lookup(createOperationDescriptor(requestOf(name), variables).fragment).data;
    },
  };
}
