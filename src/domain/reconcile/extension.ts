import type { Day } from "../time/day.ts";
import type { Certainty } from "../vocabulary.ts";
import type { EntityType } from "./entity-type.ts";

/** A day on which values are told, and how sure they are to be. */
export interface OnDay {
  asOf: Day;
  certainty: Certainty;
}

/** A property that is asked for, by its id or its name. */
export interface AskedColumn extends OnDay {
  id: string;
}

/** What is to be told of whom. */
export interface Extending {
  ids: readonly string[];
  properties: readonly AskedColumn[];
}

/** A value: a text, or an entity. */
export type Cell = string | { id: string; name: string };

/** A property as it was asked for, and what is known of it. */
export interface ColumnTold {
  id: string;
  name: string;
  valueType: EntityType | null;
}

/** The values of the properties of entities. */
export interface Extension {
  columns: readonly ColumnTold[];
  /** By the ids as they were given, the values of each column. Nothing is known of an unknown id. */
  rows: ReadonlyMap<string, readonly (readonly Cell[])[]>;
}
