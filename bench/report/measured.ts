import type { Contender } from "../contender/contender.ts";
import type { Entry } from "../measure/entry.ts";

/** What a run has measured. */
export interface Report {
  entries: readonly Entry[];
  /** Over growing data. */
  growing: readonly Entry[];
  /** What goes through memberships, by what there is of them. */
  memberships: readonly { title: string; entries: readonly Entry[] }[];
  missing: readonly { contender: Contender; reason: string }[];
  /** How many there are in each size of data. */
  statements: Readonly<Record<string, number>>;
  rounds: number;
  /** How long the whole run took. */
  seconds: number;
}
