import { type ExecutionArgs, GraphQLError, OperationTypeNode } from "graphql";
import { clientOf, rateLimit } from "../limit/rate-limit.ts";
import type { RevisionClock } from "../cache/revision-clock.ts";
import type { Settings } from "../settings.ts";
import { addStage, type RequestPlugin, stagesOf } from "../request-plugin.ts";
import type { BudgetStage, CostStage, DocumentStage, IdentityStage, StateStage } from "../request-stage.ts";

type Given = StateStage & IdentityStage & DocumentStage & CostStage;

/** Has a client pay from its budget for what it asks, and holds off who asks too often. */
export function useRateLimit(clock: RevisionClock, settings: Pick<Settings, "budget" | "budgetPerMinute">) {
  const spend = rateLimit(settings);
  const pay = async ({ args }: { args: ExecutionArgs }) => {
    const context = stagesOf<Given>(args.contextValue);
    const { state, identity, operation, cost, request } = context;
    const isMutation = operation.operation === OperationTypeNode.MUTATION;
    const client = clientOf(identity?.subject ?? null, request.headers);
    const spent = await spend(state.shield, { client, cost: cost.requested, isMutation, now: state.now });
    if (spent instanceof GraphQLError) throw spent;
    if (isMutation) clock.forget();
    addStage<BudgetStage>(context, { budget: spent });
  };
  return { onExecute: pay, onSubscribe: pay } as RequestPlugin<Given, BudgetStage>;
}
