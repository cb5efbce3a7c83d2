import type * as v from "valibot";
import { actors } from "./actor.ts";
import { allianceStatuses } from "./alliance-status.ts";
import { alliances } from "./alliance.ts";
import { articles } from "./article.ts";
import { events } from "./event.ts";
import { memberships } from "./membership.ts";
import { obligations } from "./obligation.ts";
import { offices } from "./office.ts";
import { statements } from "./statement.ts";

/** All nouns, in the order in which change sets list them and ids are given. */
export const nouns = {
  actors,
  articles,
  offices,
  alliances,
  allianceStatuses,
  memberships,
  obligations,
  events,
  statements,
};

export type Noun = keyof typeof nouns;

/** What a change set says of each noun. */
export type Inputs = { [N in Noun]: v.InferOutput<(typeof nouns)[N]["input"]> };

/** A row of a noun. */
export interface RowKey {
  noun: Noun;
  id: number;
}

export const nounNames = Object.keys(nouns) as Noun[];

/** Something of each noun. */
export function perNoun<T>(make: (noun: Noun) => T): Record<Noun, T> {
  return Object.fromEntries(nounNames.map((noun) => [noun, make(noun)])) as Record<Noun, T>;
}
