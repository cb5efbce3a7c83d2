import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type * as v from "valibot";
import type { Period } from "../domain/time/period.ts";
import type { ActorType } from "../domain/vocabulary.ts";
import type { KeyRule } from "./key.ts";

/** A Valibot schema of an object: its fields, by name. */
export type ObjectSchema = v.GenericSchema & { readonly entries: Readonly<Record<string, v.GenericSchema>> };

/** A noun, described: its table, its input, and what neither of them tells. All else follows from the two (`structure.ts`). */
export interface NounDescription {
  /** The table of its rows. A column `speaker_id` with a foreign key holds what the field `speaker` names. */
  table: SQLiteTable;
  /** What a change set says of one. */
  input: ObjectSchema;
  /** The GraphQL type of its nodes; of actors, of which there are three types, what these have in common. */
  type: string;
  /** What messages call it. */
  word: string;
  /** The list of a change set in which it stands. */
  list: string;
  /** What that list holds, for the documentation of the API. */
  listed: string;
  /** The mutation that enters one, and what it does, for the documentation of the API. */
  added: { by: string; told: string };
  /** The fields that stay as they were entered, beside the lasting name. */
  fixed?: readonly string[];
  /** Of a fact: the key that it is given where it has none. */
  key?: KeyRule;
  /** Fields that refer to actors of some types only. */
  actorTypes?: Readonly<Record<string, readonly ActorType[]>>;
  /** The period of an entry, where its dates are not `from` and `to`. */
  period?: (said: Readonly<Record<string, unknown>>) => Period;
  /** Of a fact that change sets nest in what it is about: the field that is then left out, and what is said without it. */
  nested?: { field: string; input: ObjectSchema; listed: string };
}

/** A part of nouns: rows that are entered, changed and taken out with the row that they belong to. */
export interface PartDescription {
  /** The table of its rows. What the row's owner has in a column of the same name, and `input` has not, is repeated. */
  table: SQLiteTable;
  /** What a change set says of one; null of what no change set says. */
  input: ObjectSchema | null;
  /** The fields by which people know one among those of its node, also when its other fields change. */
  knownBy: readonly string[];
}

/** A noun by its description, and the column of its lasting name: a slug, or of a fact a key. */
export function describe<const D extends NounDescription>(description: D): D & { readonly name: "slug" | "key" } {
  const name: "slug" | "key" = "slug" in description.table ? "slug" : "key";
  return { ...description, name };
}
