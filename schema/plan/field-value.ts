import {
  getNullableType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  GraphQLString,
} from "graphql";
import type { Complete, Run } from "./completion.ts";
import { isMethod, isOwn, resolverOf } from "./planned-field.ts";
import { giveUp } from "./unplannable.ts";

/** Of an object, the completed value of one of its fields. */
export type ValueOf = (parent: unknown, run: Run) => unknown;

/** Only what reads by itself asks where in the document it stands. */
const NO_INFO = new Proxy({} as GraphQLResolveInfo, { get: () => giveUp("a field that reads by itself") });

export function typeName({ name }: GraphQLObjectType): ValueOf {
  return () => name;
}

/** What the resolver gives, completed. */
export function resolved(
  field: GraphQLField<unknown, unknown>,
  args: (run: Run) => object,
  complete: Complete,
): ValueOf {
  const resolve = resolverOf(field);
  return (parent, run) => complete(atOnce(resolve(parent, args(run), run.context, NO_INFO)), run);
}

/** Whether the field is a text that its object has under the field's name. */
export function isOwnText(field: GraphQLField<unknown, unknown>): boolean {
  return isOwn(field) && getNullableType(field.type) === GraphQLString;
}

/** Most of what is answered is text that was read as it is. */
export function textOf(name: string, complete: Complete): ValueOf {
  return (parent, run) => {
    const value = (parent as Readonly<Record<string, unknown>>)[name];
    return typeof value === "string" ? value : complete(atOnce(typeof value === "function" ? isMethod() : value), run);
  };
}

/** A value that is there, and no error in its stead. */
function atOnce(value: unknown): unknown {
  if (value instanceof Error) throw value;
  if (typeof (value as Partial<Promise<unknown>> | null)?.then !== "function") return value;
  (value as Promise<unknown>).catch(() => undefined);
  return giveUp("a value that is yet to come");
}
