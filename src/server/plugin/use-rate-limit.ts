import { type ExecutionArgs, GraphQLError, OperationTypeNode } from "graphql";
import { clientOf, type Spend } from "../limit/rate-limit.ts";
import type { RevisionClock } from "../cache/revision-clock.ts";
import { addStage, type RequestPlugin, stagesOf } from "../request-plugin.ts";
import type { BudgetStage, CostStage, DocumentStage, IdentityStage, StateStage } from "../request-stage.ts";

type Given = StateStage & IdentityStage & DocumentStage & CostStage;

/** Has a client pay from its budget for what it asks, and holds off who asks too often. */
export function useRateLimit(clock: RevisionClock, spend: Spend) {
  const pay = ({ args }: { args: ExecutionArgs }): void | Promise<void> => {
    const context = stagesOf<Given>(args.contextValue);
    const { state, identity, operation, cost, request } = context;
    const isMutation = operation.operation === OperationTypeNode.MUTATION;
    const client = clientOf(identity?.subject ?? null, request.headers);
    const know = (budget: Record<string, string> | GraphQLError): void => {
      if (budget instanceof GraphQLError) throw budget;
      if (isMutation) clock.forget();
      addStage<BudgetStage>(context, { budget });
    };
    const spent = spend(state.shield, { client, cost: cost.requested, isMutation, now: state.now });
    return spent instanceof Promise ? spent.then(know) : know(spent);
  };
  return { onExecute: pay, onSubscribe: pay } as RequestPlugin<Given, BudgetStage>;
}
