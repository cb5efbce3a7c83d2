import {
  getNullableType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  isScalarType,
} from "graphql";
import type { Context } from "../context.ts";
import type { Complete, Run, ValueOf } from "./run.ts";
import { bailOut } from "./bail-out.ts";
import { asExecuted } from "../assertion.ts";

/** The scalars that are answered as the text that they are read as. */
const TEXTS = ["String", "Date", "PartialDate", "URL", "DateTime"];

type Resolve = (parent: unknown, args: object, context: Context, info: GraphQLResolveInfo) => unknown;

/** Only what reads by itself asks where in the document it stands. */
const NO_INFO = new Proxy(asExecuted<GraphQLResolveInfo>({}), { get: () => bailOut("a field that reads by itself") });

export function typeName({ name }: GraphQLObjectType): ValueOf {
  return () => name;
}

/** What the resolver gives, completed. It is the schema's own: what Pothos wraps it in reads what was not read with the object. */
export function resolved(
  field: GraphQLField<unknown, unknown>,
  args: (run: Run) => object,
  complete: Complete,
): ValueOf {
  const resolve = asExecuted<Resolve>(field.extensions["pothosOriginalResolve"]);
  return (parent, run) => complete(atOnce(resolve(parent, args(run), run.context, NO_INFO)), run);
}

/** What the object has under the field's name, completed. Most of it is text, which is complete as it is. */
export function own({ name, type }: GraphQLField<unknown, unknown>, complete: Complete): ValueOf {
  const isText = isTextual(type);
  return (parent, run) => {
    const value = asExecuted<Readonly<Record<string, unknown>>>(parent)[name];
    if (isText && typeof value === "string") return value;
    return complete(typeof value === "function" ? bailOut("a method") : atOnce(value), run);
  };
}

function isTextual(type: GraphQLOutputType): boolean {
  const nullable = getNullableType(type);
  return isScalarType(nullable) && TEXTS.includes(nullable.name);
}

/** A value that is there, and no error in its stead. */
function atOnce(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Error) throw value;
  if (typeof (value as Partial<Promise<unknown>>).then !== "function") return value;
  asExecuted<Promise<unknown>>(value).catch(() => undefined);
  return bailOut("a value that is yet to come");
}
