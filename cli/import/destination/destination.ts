import type { Refused } from "../../../src/changes/apply.ts";
import type { ActorInput } from "../../../src/nouns/actor.ts";
import type { Changeset } from "./batch.ts";

/** Which actors to read: all states, or those with the slugs, or those with the identifiers. */
export type ActorQuery =
  | { type: "STATE" }
  | { slugs: readonly string[] }
  | { identifiers: readonly { scheme: string; value: string }[] };

/** The result of a change set that was applied, counted in nodes. */
export interface AppliedBatch {
  outcome: "applied";
  /** The revision that was made; null when nothing differed. */
  revision: number | null;
  added: number;
  changed: number;
  unchanged: number;
}

/** Where an import goes. */
export interface Destination {
  /** The actors that are there, each with all there is of it, as a change set would say it. */
  actors(query: ActorQuery): Promise<ActorInput[]>;
  /** Applies one change set as one revision: all of it or nothing. */
  apply(changeset: Changeset, reason: string): Promise<AppliedBatch | Refused>;
  /** How much JSON a change set may be; any where it is left out. */
  mostBytes?: number;
}
