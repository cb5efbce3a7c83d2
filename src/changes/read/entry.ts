import type { Inputs, Noun } from "../../nouns/index.ts";
import { perNoun } from "../../nouns/index.ts";
import type { Place } from "../fault.ts";

/** Where the slug and the id of a merged actor lead; no change set says so, only a merge. */
export interface RedirectValue {
  slug: string;
  former: number;
}

/** What an entry says of each noun. */
export type Values = Omit<Inputs, "actors"> & { actors: Inputs["actors"] & { redirects?: RedirectValue[] } };

/** One thing that a change set says, under its lasting name (slug or key), and where it says so. */
export interface Entry<N extends Noun = Noun> {
  name: string;
  value: Values[N];
  place: Place;
  /** The row that it is about, where that is known; else the one of the name, or a new one. */
  id?: number;
  /** That there may be no row of the name yet. */
  isNew?: boolean;
}

export type Entries = { [N in Noun]: Entry<N>[] };

export function noEntries(): Entries {
  return perNoun(() => []);
}
