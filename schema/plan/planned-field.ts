import {
  defaultFieldResolver,
  type FieldNode,
  getArgumentValues,
  type GraphQLField,
  type GraphQLObjectType,
  visit,
} from "graphql";
import type { Context } from "../context.ts";
import { cacheOf } from "../../src/domain/cache.ts";
import type { Collecting } from "./collect-fields.ts";
import type { VariableValues } from "./run.ts";
import type { FieldSelection } from "./field-selection.ts";
import { asExecuted } from "../assertion.ts";

/** In characters: a value may be as long as a request. */
const LONGEST_KEY = 300;

/** Whether the value is what the object has under the field's name. */
export function isOwn({ extensions }: GraphQLField<unknown, unknown>): boolean {
  const resolve = extensions["pothosOriginalResolve"];
  return resolve === undefined || resolve === defaultFieldResolver;
}

/** Whether what the field needs was read with its parent; null where the schema cannot tell. */
export function isLoadedBy(
  { schema, fragments, variables }: Collecting,
  parentType: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  fieldNodes: readonly FieldNode[],
  { context }: FieldSelection,
): ((parent: unknown) => boolean) | null {
  const check = asExecuted<((parent: unknown, info: object, context: Context) => boolean) | undefined>(
    field.extensions["pothosDrizzleLoaded"],
  );
  if (check === undefined) return null;
  const info = {
    schema,
    fragments,
    variableValues: variables,
    parentType,
    fieldNodes,
    fieldName: field.name,
    returnType: field.type,
  };
  return (parent) => check(parent, info, context);
}

/** The field's arguments for given variables: known where it was asked with the same values before, if with any. */
export function argumentsOf(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
): (variables: VariableValues) => object {
  const names = variablesOf(node);
  const known = cacheOf<object>("plan argument");
  let always: object | undefined;
  return (variables) => {
    if (names.length === 0) return (always ??= getArgumentValues(field, node, variables));
    const { coerced } = variables;
    const key = JSON.stringify(names.map((name) => (name in coerced ? [coerced[name]] : 0)));
    const before = known.get(key);
    if (before !== undefined) return before;
    const args = getArgumentValues(field, node, variables);
    if (key.length <= LONGEST_KEY) known.set(key, args);
    return args;
  };
}

function variablesOf({ arguments: args = [] }: FieldNode): string[] {
  const names: string[] = [];
  for (const { value } of args) visit(value, { Variable: ({ name }) => void names.push(name.value) });
  return names;
}
