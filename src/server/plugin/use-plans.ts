import { execute as executeOrdinarily, type ExecutionArgs, type ExecutionResult, subscribe } from "graphql";
import { isAsyncIterable } from "graphql-yoga";
import type { ToldRevision } from "../../domain/told-revision.ts";
import type { PlanUse } from "../../domain/plan-use.ts";
import { dayOf } from "../../domain/time/day.ts";
import { addStage, type RequestPlugin, stagesOf } from "../request-plugin.ts";
import type { ExecutionStage, IdentityStage, PinStage, StateStage } from "../request-stage.ts";
import type { Settings } from "../settings.ts";

/** Executes a document as graphql-js does, and tells how, where it knows. */
export type Execute = (args: ExecutionArgs, told: (use: PlanUse) => void) => unknown;
type Given = StateStage & IdentityStage & PinStage;

/** Executes without plans: what `PLANS` switches to. */
const withoutPlans: Execute = (args, told) => {
  told("off");
  return executeOrdinarily(args);
};

/**
 * Executes by plans (schema/plan), where they are not switched off, and subscribes by graphql-js. Resolvers are given a context of their own: Yoga copies the
 * one that it hands on, which leaves of an instance only its own properties.
 */
export function usePlans(
  execute: Execute,
  { plans, document: { suggestions } }: Pick<Settings, "plans" | "document">,
): RequestPlugin<Given, ExecutionStage> {
  const executing = within(plans ? execute : withoutPlans, suggestions);
  const subscribing = within(subscribe, suggestions);
  return {
    onExecute: ({ setExecuteFn }) => setExecuteFn(executing as never),
    onSubscribe: ({ setSubscribeFn }) => setSubscribeFn(subscribing as never),
  };
}

function within(run: Execute, suggestions: boolean): Execute {
  return (args) => {
    const context = stagesOf<Given>(args.contextValue);
    const { state, identity, pin } = context;
    let isOfToday = false;
    let use: PlanUse | null = null;
    let revisionTold: ToldRevision | null = null;
    addStage<ExecutionStage>(context, {
      execution: {
        startedAt: state.elapsed(),
        usesToday: () => isOfToday,
        planUse: () => use,
        told: () => revisionTold,
      },
    });
    const today = () => {
      isOfToday = true;
      return dayOf(state.now);
    };
    const tell = (revisionOfMutation: ToldRevision) => {
      revisionTold = revisionOfMutation;
    };
    const contextValue = state.resolverContext(identity, pin.revision, today, tell);
    const result = run({ ...args, contextValue, hideSuggestions: !suggestions }, (told) => {
      use = told;
    });
    const warned = (one: ExecutionResult): ExecutionResult => {
      const { warnings = [] } = contextValue;
      return warnings.length === 0 ? one : { ...one, extensions: { ...one.extensions, warnings } };
    };
    return result instanceof Promise ? result.then((one) => (isAsyncIterable(one) ? one : warned(one))) : result;
  };
}
