import * as v from "valibot";
import { type Draft, issuesOf } from "./draft.ts";
import { type Entries, type Entry, noEntries } from "./entry.ts";
import { tryPartialDate } from "../../domain/time/partial-date.ts";
import { type Fault, faultAt, type Place, within } from "../fault.ts";
import type { NounDescription } from "../../nouns/description.ts";
import { type Noun, nouns, perNoun } from "../../nouns/index.ts";
import { keyBy, textsIn } from "../../nouns/key.ts";
import { periodFault } from "../check/interval-overlap.ts";

export interface Reading {
  entries: Entries;
  /** The names of all entries, faulty ones too, so that a reference to one is no second fault. */
  declared: Record<Noun, Set<string>>;
  faults: Fault[];
}

/** Reads drafts one by one, so that a faulty one hides no faults of the others. */
export function readDrafts(drafts: readonly Draft[]): Reading {
  const entries = noEntries();
  const declared = perNoun(() => new Set<string>());
  const faults: Fault[] = [];
  for (const { noun, json, place, redirects, ...row } of drafts) {
    const { input } = nouns[noun];
    const { success, output } = v.safeParse(input, json);
    if (!success) faults.push(...issuesOf(input, json, place), ...orderFaults(json, place));
    const name = nameOf(noun, success ? output : json);
    if (name === null) continue;
    declared[noun].add(name);
    if (!success) continue;
    const value = redirects === undefined ? output : { ...output, redirects };
    (entries[noun] as Entry[]).push({ name, value, place, ...row });
  }
  return { entries, declared, faults };
}

/** A period that ends before it begins, of what is faulty otherwise and so is held against nothing else. */
function orderFaults(json: unknown, place: Place): Fault[] {
  const [from, to] = ["from", "to"].map(textsIn(json));
  if (from == null || to == null || tryPartialDate(from) === null || tryPartialDate(to) === null) return [];
  const fault = periodFault({ from, to });
  return fault === null ? [] : [faultAt(within(place, "to"), fault)];
}

/** The lasting name: its slug or key, or the key that it has when none is given; null where it lacks what that is made up of. */
export function nameOf(noun: Noun, json: unknown): string | null {
  const { name, key }: NounDescription & { name: string } = nouns[noun];
  const given = textsIn(json)(name);
  return given ?? (key?.isImplied === true ? keyBy(key, textsIn(json)) : null);
}
