import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from "graphql";
import { holds } from "./condition.ts";
import { type CostPlan, costPlanner, type Part } from "./cost-plan.ts";
import type { ArgumentSize, Variables } from "./list-size.ts";

/** How many a list is reckoned to have, other than its argument says. */
export type Resized = { size: ArgumentSize; to: number } | null;

/** An operation with its variables, of which the cost can be told. */
export interface Costing {
  plan: CostPlan;
  variables: Variables;
}

/**
 * Brings an operation and the variables of a request together. The plan is made once for an operation;
 * the cost is of each request, since it depends on the variables.
 */
export function costing(schema: GraphQLSchema) {
  const planOf = costPlanner(schema);
  const plans = new WeakMap<OperationDefinitionNode, CostPlan>();
  return (
    document: DocumentNode,
    operation: OperationDefinitionNode,
    given: Readonly<Record<string, unknown>>,
  ): Costing => {
    const plan = plans.get(operation) ?? planOf(document, operation);
    plans.set(operation, plan);
    return { plan, variables: (name) => (Object.hasOwn(given, name) ? given[name] : plan.defaults.get(name)) };
  };
}

/** The most objects that the answer can have, and what its fields cost besides: docs/decisions/0019-cost.md. */
export function costOf({ plan, variables }: Costing, resized: Resized = null): number {
  const costs: number[] = [];
  for (const parts of plan.selections) {
    let cost = 0;
    for (const part of parts) {
      if (!holds(part.when, variables)) continue;
      let dearest = 0;
      for (const place of part.beneath) dearest = Math.max(dearest, costs[place]!);
      cost += part.extra + sizeOf(part, variables, resized) * (1 + dearest);
    }
    costs.push(Math.min(cost, Number.MAX_SAFE_INTEGER));
  }
  // Means need not be whole numbers; what they make up is.
  return Math.round(costs.at(-1)!);
}

export function sizeOf({ size }: Part, variables: Variables, resized: Resized = null): number {
  if (typeof size === "number") return size;
  return size === resized?.size ? resized.to : size.of(variables);
}
