import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, introspectionFromSchema, isAbstractType, isObjectType } from "graphql";

/** The file of the public schema. */
export const schemaFile = join(import.meta.dirname, "../../schema/schema.graphql");

export const schema = buildSchema(readFileSync(schemaFile, "utf8"));

export const introspection = introspectionFromSchema(schema);

const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith("__"));

/** The object types that each interface and union stands for. */
export const possibleTypes = Object.fromEntries(
  types.filter(isAbstractType).map((type) => [type.name, schema.getPossibleTypes(type).map(({ name }) => name)]),
);

const roots = [schema.getQueryType(), schema.getMutationType()];

const typesWithoutId = types
  .filter(isObjectType)
  .filter((type) => !roots.includes(type) && type.getFields()["id"] === undefined)
  .map(({ name }) => name);

/** What graphcache is to be told: that objects without an id belong to the field that they are read by. */
export const keys: Readonly<Record<string, () => null>> = Object.fromEntries(
  typesWithoutId.map((name) => [name, () => null]),
);

/** What Apollo is to be told: that of an object without an id all that was ever read is kept. */
export const typePolicies: Readonly<Record<string, { merge: true }>> = Object.fromEntries(
  typesWithoutId.map((name) => [name, { merge: true }]),
);

/** The object types of which each object can be had again by its id. */
export const nodeTypes: readonly string[] = possibleTypes["Node"]!;
