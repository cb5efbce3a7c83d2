import {
  type DocumentNode,
  execute as executeOrdinarily,
  type ExecutionArgs,
  type ExecutionResult,
  getOperationAST,
  getVariableValues,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
} from "graphql";
import { cacheOf } from "../../src/domain/cache.ts";
import type { LruCache } from "../../src/domain/lru-cache.ts";
import type { PlanUse } from "../../src/domain/plan-use.ts";
import type { Context } from "../context.ts";
import { Plan } from "./plan.ts";
import { BailOut } from "./bail-out.ts";
import { type Fragments, type VariableShape, variableShape } from "./variable-shape.ts";
import { asExecuted } from "../assertion.ts";

interface PlannedOperation {
  operation: OperationDefinitionNode;
  fragments: Fragments;
  shape: VariableShape;
  /** Null where variables of the shape were seen, and nothing is planned yet; false where nothing can be. */
  plans: LruCache<Plan | null | false>;
}

export interface Planner {
  /** Executes a document as graphql-js does, and tells whether by a plan. */
  execute: (args: ExecutionArgs, told?: (use: PlanUse) => void) => Promise<ExecutionResult>;
  /** The answer by a plan; null where the ordinary executor is to give it. */
  answer: (args: ExecutionArgs) => Promise<ExecutionResult | null>;
}

/** Answers by plans where they can be made, which are kept as long as their documents are. */
export function planner(schema: GraphQLSchema): Planner {
  const documents = new WeakMap<DocumentNode, Map<string | null, PlannedOperation | null>>();

  async function answer(args: ExecutionArgs): Promise<ExecutionResult | null> {
    const planned = operationOf(args.document, args.operationName ?? null);
    if (planned === null) return null;
    const { operation, fragments, shape, plans } = planned;
    const { variableValues: variables } = getVariableValues(
      schema,
      operation.variableDefinitions ?? [],
      args.variableValues ?? {},
    );
    if (variables === undefined) return null;
    const key = shape.key(variables.coerced);
    const known = plans.get(key);
    if (known === undefined || known === false) {
      // What is asked but once is not worth a plan.
      if (known === undefined) plans.set(key, null);
      return null;
    }
    try {
      const plan =
        known ?? new Plan({ schema, fragments, variables }, operation, shape.placeholders(variables.coerced));
      if (known === null) plans.set(key, plan);
      return await plan.answer(variables, asExecuted<Context>(args.contextValue));
    } catch (error) {
      // Whatever else went wrong, the ordinary executor says what, and in its own words.
      if (error instanceof BailOut) plans.set(key, false);
      return null;
    }
  }

  function operationOf(document: DocumentNode, name: string | null): PlannedOperation | null {
    const operations = documents.get(document) ?? new Map<string | null, PlannedOperation | null>();
    documents.set(document, operations);
    let planned = operations.get(name);
    if (planned === undefined) {
      planned = readOperation(schema, document, name);
      operations.set(name, planned);
    }
    return planned;
  }

  async function execute(args: ExecutionArgs, told?: (use: PlanUse) => void): Promise<ExecutionResult> {
    const answered = await answer(args);
    told?.(answered === null ? "miss" : "hit");
    if (answered !== null) return answered;
    const context = asExecuted<Context>(args.contextValue);
    context.memo.clear();
    context.warnings.length = 0;
    return await executeOrdinarily(args);
  }

  return { execute, answer };
}

/** The operation that is asked for, and what plans of it are kept by; null for what is no query. */
export function readOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  name: string | null,
): PlannedOperation | null {
  const operation = getOperationAST(document, name);
  if (operation?.operation !== OperationTypeNode.QUERY) return null;
  const fragments = Object.fromEntries(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  );
  return {
    operation,
    fragments,
    shape: variableShape(schema, operation, fragments),
    plans: cacheOf("plan"),
  };
}
