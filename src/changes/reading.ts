import * as v from "valibot";
import { type Draft, issuesOf } from "./draft.ts";
import { type Entries, type Entry, noEntries } from "./entry.ts";
import { tryPartialDate } from "../domain/time/partial-date.ts";
import { type Fault, faultAt, type Place, within } from "./fault.ts";
import { inputs } from "./input/index.ts";
import { type Noun, nounNames, nouns } from "./noun.ts";
import { periodFault } from "./spell.ts";

export interface Reading {
  entries: Entries;
  /** The names of all entries, faulty ones too, so that a reference to one is no second fault. */
  declared: Record<Noun, Set<string>>;
  faults: Fault[];
}

/** Reads drafts one by one, so that a faulty one hides no faults of the others. */
export function readDrafts(drafts: readonly Draft[]): Reading {
  const entries = noEntries();
  const declared = Object.fromEntries(nounNames.map((noun) => [noun, new Set<string>()])) as Reading["declared"];
  const faults: Fault[] = [];
  for (const { noun, json, place, redirects, ...row } of drafts) {
    const { success, output } = v.safeParse(inputs[noun], json);
    if (!success) faults.push(...issuesOf(inputs[noun], json, place), ...orderFaults(json, place));
    const name = nameOf(noun, success ? output : json);
    if (name === null) continue;
    declared[noun].add(name);
    if (!success) continue;
    const value = redirects === undefined ? output : { ...output, redirects };
    (entries[noun] as Entry<Noun>[]).push({ name, value, place, ...row });
  }
  return { entries, declared, faults };
}

/** A period that ends before it begins, of what is faulty otherwise and so is held against nothing else. */
function orderFaults(json: unknown, place: Place): Fault[] {
  const [from, to] = ["from", "to"].map((field) => textIn(json, field));
  if (from == null || to == null || tryPartialDate(from) === null || tryPartialDate(to) === null) return [];
  const fault = periodFault({ from, to });
  return fault === null ? [] : [faultAt(within(place, "to"), fault)];
}

/** The lasting name: its slug or key, or the one that a status or membership has when none is given. */
export function nameOf(noun: Noun, json: unknown): string | null {
  const given = textIn(json, nouns[noun].name);
  if (given !== null) return given;
  const parts = { allianceStatuses: ["alliance", "code"], memberships: ["alliance", "actor", "role"] };
  const texts = parts[noun as keyof typeof parts]?.map((field) => textIn(json, field)) ?? [null];
  return texts.includes(null) ? null : texts.map((text, index) => (index === 0 ? text : text?.toLowerCase())).join("/");
}

function textIn(json: unknown, field: string): string | null {
  const text: unknown = typeof json === "object" && json !== null ? Reflect.get(json, field) : undefined;
  return typeof text === "string" ? text : null;
}
