import type { Applied, Refused } from "../../src/changes/apply.ts";
import type { ActorInput } from "../../src/changes/input/actor.ts";
import type { Changeset } from "./batch.ts";

/** Which actors to read: all states, or those with the slugs, or those with the identifiers. */
export type ActorQuery =
  | { type: "STATE" }
  | { slugs: readonly string[] }
  | { identifiers: readonly { scheme: string; value: string }[] };

/** Where an import goes. */
export interface Destination {
  /** The actors that are there, each with all there is of it, as a change set would say it. */
  actors(query: ActorQuery): Promise<ActorInput[]>;
  /** Applies one change set as one revision: all of it or nothing. */
  apply(changeset: Changeset, reason: string): Promise<Applied | Refused>;
}
