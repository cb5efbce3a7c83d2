import type { Entity, Match } from "../../../domain/reconcile/entity.ts";
import type { EntityType } from "../../../domain/reconcile/entity-type.ts";
import type { Extending, Extension } from "../../../domain/reconcile/extension.ts";
import type { Question } from "../../../domain/reconcile/question.ts";
import type { Suggesting } from "../../../domain/reconcile/suggesting.ts";

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

export interface ReconcileProperty {
  id: string;
  name: string;
  description: string;
  /** By the types that have it. */
  on: Readonly<Partial<Record<EntityType, unknown>>>;
}

/** The longest name, in UTF-16 units, that is looked for. */
export const LONGEST_NAME = 200;
