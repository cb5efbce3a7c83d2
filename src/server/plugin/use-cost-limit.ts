import { type ExecutionArgs, GraphQLError, type GraphQLSchema, OperationTypeNode } from "graphql";
import { costLimit } from "../cost/cost-limit.ts";
import type { Settings } from "../settings.ts";
import { addStage, type RequestPlugin, stagesOf } from "../request-plugin.ts";
import type { CostStage, DocumentStage, TurnStage } from "../request-stage.ts";

type Given = TurnStage & DocumentStage;

/** Refuses what costs too much before it is executed; the operations of a batch are counted together. */
export function useCostLimit(schema: GraphQLSchema, { cost: limit }: Pick<Settings, "cost">) {
  const costOf = costLimit(schema, limit);
  const refuseDear = ({ args }: { args: ExecutionArgs }): void | Promise<void> => {
    const context = stagesOf<Given>(args.contextValue);
    const take = (spent: number): void | Promise<void> => {
      const cost = costOf(args.document, context.operation, args.variableValues ?? {}, spent);
      if (cost instanceof GraphQLError) throw cost;
      addStage<CostStage>(context, { cost });
      return context.turn?.spend(cost.requested, context.operation.operation === OperationTypeNode.MUTATION);
    };
    return context.turn === undefined ? take(0) : context.turn.spent().then(take);
  };
  return { onExecute: refuseDear, onSubscribe: refuseDear } as RequestPlugin<Given, CostStage>;
}
