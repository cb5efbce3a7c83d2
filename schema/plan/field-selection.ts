import { getLoaderMapping } from "@pothos/selection-mapper";
import type { GraphQLField, GraphQLObjectType, GraphQLResolveInfo } from "graphql";
import type { Context } from "../context.ts";
import { bailOut } from "./bail-out.ts";

type Path = GraphQLResolveInfo["path"];
type Mapping = NonNullable<ReturnType<typeof getLoaderMapping>>;

/** The selection that the SQL queries of a plan make: which fields find in its rows what they need. */
export interface FieldSelection {
  /** Of the plan. */
  context: Context;
  /** What Pothos has noted for a field of the type, so many keys further down; null where it is to be read by itself. */
  mapping: (type: string, path: string) => Mapping | null;
  /** From where the mapping counts, joined by dots; empty at its start. */
  path: string;
}

/** Beneath a field of the root. */
export function selectionBeneathRoot(context: Context, root: Path): FieldSelection {
  const mapping = (type: string, path: string) => {
    const keys = path.split(".");
    const place = keys.reduce((prev, key): Path => ({ prev, key, typename: undefined }), root);
    return getLoaderMapping(context, place, type, {});
  };
  return { context, mapping, path: "" };
}

/**
 * Beneath a field of an object of the type.
 * @throws BailOut where what the field needs was not read with the object
 */
export function selectionBeneath(
  { context, mapping, path }: FieldSelection,
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  key: string,
): FieldSelection {
  const further = path === "" ? key : `${path}.${key}`;
  if (field.extensions["pothosResolveWrapped"] !== true) return { context, mapping, path: further };
  const found = [type, ...type.getInterfaces()].map(({ name }) => mapping(name, further)).find((one) => one !== null);
  if (found === undefined) return bailOut(`${type.name}.${field.name} is read by itself`);
  const nested = found.nested as Record<string, Mapping>;
  return { context, mapping: (name, at) => nested[`${name}@${at}`] ?? null, path: "" };
}
