import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { costing, costOf } from "./cost.ts";
import { excessOf } from "./cost-excess.ts";

/** What a request costs, as its answer tells it. */
export interface Cost {
  requested: number;
  limit: number;
  /** The same for everyone who asks the same, so that answers can be shared. */
  remaining: number;
}

/**
 * The cost of an operation before it is executed; or why it may not be, COST_LIMIT_EXCEEDED. `spent` is what those before
 * it in the same request cost.
 */
export function costLimit(schema: GraphQLSchema, limit: number) {
  const costingOf = costing(schema);
  return (
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Readonly<Record<string, unknown>>,
    spent = 0,
  ): Cost | GraphQLError => {
    const asked = costingOf(document, operation, variables);
    const requested = costOf(asked);
    const remaining = limit - spent - requested;
    if (remaining >= 0) return { requested, limit, remaining };
    if (requested <= limit) {
      return new GraphQLError(
        `This may cost ${text(requested)}, and a request at most ${text(limit)}, of which the operations before it in the batch cost ${text(spent)}: send it by itself`,
        { extensions: { code: "COST_LIMIT_EXCEEDED", requested, limit, spent } },
      );
    }
    const { dearest, fit } = excessOf(asked, limit);
    return new GraphQLError(
      `This may cost ${text(requested)}, and a request at most ${text(limit)}: ${dearest.path} costs most, ${text(dearest.cost)}; ${fit} it would fit`,
      { extensions: { code: "COST_LIMIT_EXCEEDED", requested, limit, dearest, fit } },
    );
  };
}

/** The answer to a request that was executed tells its cost. */
export function sayingCost(result: ExecutionResult, cost: Cost | null): ExecutionResult {
  return cost === null || !("data" in result) ? result : { ...result, extensions: { ...result.extensions, cost } };
}

function text(number: number): string {
  return number.toLocaleString("en");
}
