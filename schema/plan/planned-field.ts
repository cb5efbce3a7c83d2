import {
  defaultFieldResolver,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  Kind,
  visit,
} from "graphql";
import type { Context } from "../context.ts";
import type { Collecting } from "./collect-fields.ts";
import type { Loaded } from "./loaded.ts";
import { giveUp } from "./unplannable.ts";

export type Resolve = (parent: unknown, args: object, context: Context, info: GraphQLResolveInfo) => unknown;

/** Whether the value is what the object has under the field's name. */
export function isOwn({ extensions }: GraphQLField<unknown, unknown>): boolean {
  const resolve = extensions["pothosOriginalResolve"];
  return resolve === undefined || resolve === defaultFieldResolver;
}

/** The resolver as the schema has it: what Pothos wraps it in reads what was not read with the object. */
export function resolverOf(field: GraphQLField<unknown, unknown>): Resolve {
  if (!isOwn(field)) return field.extensions["pothosOriginalResolve"] as Resolve;
  return (parent) => {
    const value = (parent as Readonly<Record<string, unknown>>)[field.name];
    return typeof value === "function" ? isMethod() : value;
  };
}

/** @throws Unplannable */
export function isMethod(): never {
  return giveUp("a method");
}

/** Whether what the field needs was read with its parent; null where the schema cannot tell. */
export function isLoadedBy(
  { schema, fragments, variables }: Collecting,
  parentType: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  fieldNodes: readonly FieldNode[],
  { context }: Loaded,
): ((parent: unknown) => boolean) | null {
  const check = field.extensions["pothosDrizzleLoaded"] as
    | ((parent: unknown, info: object, context: Context) => boolean)
    | undefined;
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

/** Whether an argument of the field is made of a variable. */
export function hasVariables({ arguments: args = [] }: FieldNode): boolean {
  let has = false;
  for (const { value } of args) {
    if (value.kind === Kind.VARIABLE) has = true;
    else visit(value, { Variable: () => void (has = true) });
  }
  return has;
}
