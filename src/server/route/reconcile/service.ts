import type { Entity, Match } from "../../../domain/reconcile/entity.ts";
import type { EntityType } from "../../../domain/reconcile/entity-type.ts";
import type { Question } from "../../../domain/reconcile/question.ts";
import type { Day } from "../../../domain/time/day.ts";
import type { Certainty } from "../../../domain/vocabulary.ts";

/** What reconciliation asks of the data: the HTTP side knows no database. */
export interface ReconcileService {
  /** For each question, whom or what it may mean, the likeliest first. */
  match: (questions: readonly Question[]) => Promise<Match[][]>;
  /** What has such a key, or a name that begins like this, the best first. */
  suggest: (asked: Suggesting) => Promise<Entity[]>;
  /** What has this id, or the heir of what had it; null where nothing has. */
  find: (id: string) => Promise<Entity | null>;
  /** What can be asked about entities, in the order in which it is proposed. */
  properties: () => Promise<readonly ReconcileProperty[]>;
  /** The values of properties of entities, by their ids. */
  extend: (asked: Extending) => Promise<Extension>;
}

export interface Suggesting {
  prefix: string;
  types: readonly EntityType[];
  skip: number;
  limit: number;
}

export interface ReconcileProperty {
  id: string;
  name: string;
  description: string;
  /** By the types that have it. */
  on: Readonly<Partial<Record<EntityType, unknown>>>;
}

export interface AskedColumn {
  id: string;
  asOf: Day;
  certainty: Certainty;
}

export interface Extending {
  ids: readonly string[];
  properties: readonly AskedColumn[];
}

/** A value: a text, or an entity. */
export type Cell = string | { id: string; name: string };

export interface Extension {
  /** As they were asked for. */
  columns: readonly { id: string; name: string; valueType: EntityType | null }[];
  /** By the ids as they were given, the values of each column. */
  rows: ReadonlyMap<string, readonly (readonly Cell[])[]>;
}

/** The longest name, in UTF-16 units, that is looked for. */
export const LONGEST_NAME = 200;
