import { type ExecutionArgs, subscribe } from "graphql";
import { dayOf } from "../../domain/time/day.ts";
import { addStage, type RequestPlugin, stagesOf } from "../request-plugin.ts";
import type { ExecutionStage, IdentityStage, PinStage, StateStage } from "../request-stage.ts";

export type Execute = (args: ExecutionArgs) => unknown;
type Given = StateStage & IdentityStage & PinStage;

/**
 * Executes by plans (schema/plan), and subscribes by graphql-js. Resolvers are given a context of their own: Yoga copies the
 * one that it hands on, which leaves of an instance only its own properties.
 */
export function usePlans(execute: Execute): RequestPlugin<Given, ExecutionStage> {
  const executing = within(execute);
  const subscribing = within(subscribe);
  return {
    onExecute: ({ setExecuteFn }) => setExecuteFn(executing as never),
    onSubscribe: ({ setSubscribeFn }) => setSubscribeFn(subscribing as never),
  };
}

function within(run: Execute): Execute {
  return (args) => {
    const context = stagesOf<Given>(args.contextValue);
    const { state, identity, revision } = context;
    let isOfToday = false;
    addStage<ExecutionStage>(context, {
      execution: { startedAt: state.elapsed(), usesToday: () => isOfToday },
    });
    const today = () => {
      isOfToday = true;
      return dayOf(state.now);
    };
    return run({ ...args, contextValue: state.resolverContext(identity, revision, today) });
  };
}
