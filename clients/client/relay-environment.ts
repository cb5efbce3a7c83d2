import RelayRuntime, { type IEnvironment } from "relay-runtime";
import { post } from "../service/raw-answer.ts";

const { Environment, Network, RecordSource, Store } = RelayRuntime;

/** Relay's environment as it is unless told more. */
export function relayEnvironment(address: string): IEnvironment {
  const network = Network.create(async ({ text }, variables) => (await post(address, text ?? "", variables)) as never);
  return new Environment({ network, store: new Store(new RecordSource()) });
}
