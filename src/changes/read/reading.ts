import * as v from "valibot";
import { type Draft, issuesOf } from "./draft.ts";
import { type Entries, type Entry, noEntries } from "./entry.ts";
import { toldAsReferences } from "./misread-reference.ts";
import { tryPartialDate } from "../../domain/time/partial-date.ts";
import { type Fault, faultAt, type Place, within } from "../fault.ts";
import type { NounDescription } from "../../nouns/description.ts";
import { type Noun, nouns, perNoun } from "../../nouns/index.ts";
import { partsOf } from "../../nouns/structure.ts";
import { keyBy, textsIn } from "../../nouns/key.ts";
import { periodFault } from "../check/interval-overlap.ts";

export interface Reading {
  entries: Entries;
  /** The names of all entries, faulty ones too, so that a reference to one is no second fault. */
  declared: Record<Noun, Set<string>>;
  faults: Fault[];
  /** What is right of the faulty ones, to be held against the rest as far as it goes. */
  partial: Entries;
}

/** Reads drafts one by one, so that a faulty one hides no faults of the others. */
export function readDrafts(drafts: readonly Draft[]): Reading {
  const entries = noEntries();
  const declared = perNoun(() => new Set<string>());
  const faults: Fault[] = [];
  const partial = noEntries();
  for (const { noun, json, place, redirects, ...row } of drafts) {
    const { input } = nouns[noun];
    const { success, output } = v.safeParse(input, json);
    const own = success
      ? []
      : [...toldAsReferences(noun, json, place, issuesOf(input, json, place)), ...orderFaults(json, place)];
    faults.push(...own);
    const name = nameOf(noun, success ? output : json);
    if (name === null) continue;
    declared[noun].add(name);
    if (!success) {
      (partial[noun] as Entry[]).push({ name, value: rightOf(noun, json, place, own), place, ...row });
      continue;
    }
    const value = redirects === undefined ? output : { ...output, redirects };
    (entries[noun] as Entry[]).push({ name, value, place, ...row });
  }
  return { entries, declared, faults, partial };
}

/** The fields of a faulty entry in which nothing is wrong, and no parts in the place of lists in which something is. */
function rightOf(noun: Noun, json: unknown, place: Place, faults: readonly Fault[]): Entry["value"] {
  const lists = Object.fromEntries(partsOf(noun).map(({ name }) => [name, []]));
  const isRight = ([field]: [string, unknown]) => {
    const { path } = within(place, field);
    return !faults.some((fault) => fault.path === path || fault.path.startsWith(`${path}/`));
  };
  const right = Object.entries(Object(json) as object).filter(isRight);
  // What a field is missing of is told already: whoever looks at it looks for what is there.
  return { ...lists, ...Object.fromEntries(right) } as unknown as Entry["value"];
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
