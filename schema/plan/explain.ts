import { type ExecutionArgs, getVariableValues } from "graphql";
import type { Context } from "../context.ts";
import { readOperation } from "./execute.ts";
import { Plan } from "./plan.ts";
import { BailOut } from "./bail-out.ts";
import { asExecuted } from "../assertion.ts";

/**
 * How an operation is answered, for people and tests: a line for each field of its plan, or why the ordinary executor answers. The
 * context is that of a request: it is answered once.
 */
export async function explain(args: ExecutionArgs): Promise<string[]> {
  const { schema, document, operationName, variableValues, contextValue } = args;
  const planned = readOperation(schema, document, operationName ?? null);
  if (planned === null) return ["answered by the executor: no query"];
  const { operation, fragments, shape } = planned;
  const definitions = operation.variableDefinitions ?? [];
  const { variableValues: variables } = getVariableValues(schema, definitions, variableValues ?? {});
  if (variables === undefined) return ["answered by the executor: variables that are none"];
  const lines = new Map<string, Set<string>>();
  const note = (field: string, how: string) => void lines.set(field, (lines.get(field) ?? new Set()).add(how));
  try {
    const plan = new Plan({ schema, fragments, variables, note }, operation, shape.placeholders(variables.coerced));
    await plan.answer(variables, asExecuted<Context>(contextValue));
  } catch (error) {
    if (error instanceof BailOut) return [`answered by the executor: ${error.message}`];
    throw error;
  }
  return ["answered by a plan", ...[...lines].map(([field, hows]) => `${field}: ${[...hows].join(", ")}`)];
}
