import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, introspectionFromSchema } from "graphql";

const folder = join(import.meta.dirname, "../../schema");

/** The file of the public schema. */
export const schemaFile = join(folder, "schema.graphql");

const cache = JSON.parse(readFileSync(join(folder, "client-cache.json"), "utf8")) as {
  possibleTypes: Record<string, string[]>;
  typesWithoutId: string[];
};

export const schema = buildSchema(readFileSync(schemaFile, "utf8"));

export const introspection = introspectionFromSchema(schema);

/** The object types that each interface and union stands for. */
export const possibleTypes: Readonly<Record<string, string[]>> = cache.possibleTypes;

/** What graphcache is to be told: that objects without an id belong to the field that they are read by. */
export const keys: Readonly<Record<string, () => null>> = Object.fromEntries(
  cache.typesWithoutId.map((name) => [name, () => null]),
);

/** What Apollo is to be told: that of an object without an id all that was ever read is kept. */
export const typePolicies: Readonly<Record<string, { merge: true }>> = Object.fromEntries(
  cache.typesWithoutId.map((name) => [name, { merge: true }]),
);

/** The object types of which each object can be had again by its id. */
export const nodeTypes: readonly string[] = possibleTypes["Node"]!;
