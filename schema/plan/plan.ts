import {
  type ExecutionResult,
  type FieldNode,
  GraphQLError,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  isNonNullType,
  locatedError,
  type OperationDefinitionNode,
} from "graphql";
import type { Context } from "../context.ts";
import { collectFields, type Collecting } from "./collect-fields.ts";
import { ValueCompleter } from "./complete-value.ts";
import type { Complete, Run, VariableValues } from "./run.ts";
import { selectionBeneathRoot } from "./field-selection.ts";
import { Placeholder } from "./placeholder.ts";
import { PlannedQueries } from "./planned-query.ts";
import { argumentsOf } from "./planned-field.ts";
import { bailOut, BailOut } from "./bail-out.ts";
import { asExecuted } from "../assertion.ts";

interface RootField {
  key: string;
  field: GraphQLField<unknown, Context>;
  args: (variables: VariableValues) => object;
  info: Omit<GraphQLResolveInfo, "variableValues">;
  complete: Complete;
}

/** How an operation is answered, for all variables of one shape. */
export class Plan {
  readonly #statements: PlannedQueries;
  readonly #fields: RootField[];

  constructor(collecting: Collecting, operation: OperationDefinitionNode, placeholders: Record<string, unknown>) {
    const { schema, fragments, variables, note } = collecting;
    const planning = planningContext();
    this.#statements = new PlannedQueries(planning, { ...variables, coerced: placeholders }, note);
    const completion = new ValueCompleter(collecting);
    const query = asExecuted<GraphQLObjectType>(schema.getQueryType());
    this.#fields = [...collectFields(collecting, query, [operation.selectionSet])].map(([key, nodes]) => {
      const [node] = asExecuted<[FieldNode]>(nodes);
      const field = query.getFields()[node.name.value] as GraphQLField<unknown, Context> | undefined;
      if (field?.resolve === undefined || key === "__proto__") return bailOut(`${key} is about the schema`);
      const path = { prev: undefined, key, typename: query.name };
      const info = asExecuted<RootField["info"]>({
        fieldName: field.name,
        fieldNodes: nodes,
        returnType: field.type,
        parentType: query,
        path,
        schema,
        fragments,
        rootValue: undefined,
        operation,
      });
      note?.(`Query.${field.name}`, "resolver");
      const complete = completion.of(field.type, nodes, selectionBeneathRoot(planning, path));
      return { key, field, args: argumentsOf(asExecuted(field), node), info, complete };
    });
  }

  /** @throws whatever the ordinary executor is to answer */
  async answer(variables: VariableValues, context: Context): Promise<ExecutionResult> {
    context.statements = this.#statements;
    try {
      const settled = await Promise.allSettled(
        this.#fields.map(async ({ field, args, info }) =>
          field.resolve!(undefined, asExecuted(args(variables)), context, {
            ...info,
            variableValues: variables,
          }),
        ),
      );
      return this.#result(settled, { context, variables, args: [] });
    } finally {
      context.statements = null;
    }
  }

  /** GraphQL specification, 6.4.4, of the root's fields: what D1 refuses once is not asked of it again. */
  #result(settled: readonly PromiseSettledResult<unknown>[], run: Run): ExecutionResult {
    const errors: GraphQLError[] = [];
    const data: Record<string, unknown> = {};
    for (const [index, { key, field, info, complete }] of this.#fields.entries()) {
      const outcome = settled[index]!;
      if (outcome.status === "fulfilled") {
        data[key] = complete(outcome.value, run);
        continue;
      }
      const reason: unknown = outcome.reason;
      if (reason instanceof BailOut || reason instanceof GraphQLError) throw reason;
      const error = locatedError(reason, info.fieldNodes, [key]);
      if (isNonNullType(field.type)) return { errors: [error], data: null };
      errors.push(error);
      data[key] = null;
    }
    return errors.length === 0 ? { data } : { errors, data };
  }
}

/** What selections are given while they are planned: nothing of any request. */
function planningContext(): Context {
  return asExecuted({
    revision: null,
    now: "",
    today: new Placeholder("today", ({ today }) => today()),
    identity: null,
    memo: new Map(),
    statements: null,
  });
}
