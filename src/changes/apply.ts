import type { D1Client } from "../../drizzle/client/d1-client.ts";
import { checkEntries } from "./check/check.ts";
import { type Counts, type Difference, differenceOf } from "./diff/difference.ts";
import { type ChangesetDocument, type Drafts, draftsIn } from "./read/draft.ts";
import type { Entries } from "./read/entry.ts";
import type { Fault } from "./fault.ts";
import { referencesIn } from "./read/reference.ts";
import { readCurrentState } from "./load/current-state.ts";
import { readDrafts } from "./read/reading.ts";
import { withoutRepeats } from "./read/repeated-part.ts";
import { type ReadId, resolveReferences } from "./read/resolve-references.ts";
import type { Retraction } from "./check/retraction.ts";
import { perNoun } from "../nouns/index.ts";
import { write } from "./write/write.ts";

export interface ApplyOptions {
  author: string;
  /** Of the author's token; left out where there is none. */
  subject?: string | undefined;
  reason: string;
  /** The time of the revision, RFC 3339 in UTC. */
  now: string;
  /** Checks and counts, and writes nothing. */
  dryRun?: boolean;
  /** Texts at hand by their SHA-256, in which the selectors of their articles' citations are looked up. */
  texts?: ReadonlyMap<string, string>;
  /** How ids are read that stand where a slug or a key may; none are where it is left out. */
  readId?: ReadId;
}

/** All that is to change together: what is to be so, and what is to be taken out. */
export interface Changes extends Drafts {
  retractions?: readonly Retraction[];
  /** The revision that it was made out of, where it was made out of what is loaded. */
  base?: number;
}

export interface Applied {
  outcome: "applied";
  /** The revision that was made; null when nothing differed or nothing was to be written. */
  revision: number | null;
  /** The revision that the data was at before. */
  base: number;
  added: Counts;
  changed: Counts;
  unchanged: Counts;
}

export interface Refused {
  outcome: "refused";
  /** Every fault there is; nothing was written. */
  faults: Fault[];
}

/** What a change set comes to beside what is loaded: its faults, or the rows that it changes. */
export interface Planned {
  outcome: "planned";
  base: number;
  entries: Entries;
  difference: Difference;
}

/**
 * Applies a change set, which may lie in several documents, as one revision: all or nothing.
 * What it does not name stays as it is, and applying it again changes nothing.
 * @throws RevisionConflict when another change set was applied at the same time
 */
export async function applyChangeset(
  d1: D1Client,
  documents: readonly ChangesetDocument[],
  options: ApplyOptions,
): Promise<Applied | Refused> {
  const plan = await planChanges(d1, draftsIn(documents), options);
  if (plan.outcome === "refused") return plan;
  const { base, difference } = plan;
  const { added, changed, unchanged } = difference;
  const applied: Applied = { outcome: "applied", revision: null, base, added, changed, unchanged };
  if ((options.dryRun ?? false) || isEmpty(difference)) return applied;
  return { ...applied, revision: await writePlan(d1, plan, options) };
}

/** Checks changes and works out the rows; writes nothing. */
export async function planChanges(
  d1: D1Client,
  { drafts: given, faults: outside, retractions = [] }: Changes,
  { texts = new Map(), readId, now }: Pick<ApplyOptions, "texts" | "readId" | "now">,
): Promise<Planned | Refused> {
  const { drafts, faults: ofIds } = await resolveReferences(d1, given, readId);
  const reading = readDrafts(drafts);
  // What an id of nothing is besides that is no second fault.
  const others = reading.faults.filter(({ path }) => !ofIds.some((one) => one.path === path));
  reading.faults = [...outside, ...ofIds, ...others];
  const told = perNoun((noun) => [...reading.entries[noun], ...reading.partial[noun]]) as Entries;
  const references = referencesIn(told).filter(({ place }) => !ofIds.some(({ path }) => path === place.path));
  const current = await readCurrentState(d1, told, references, retractions);
  const today = now.slice(0, 10);
  const faults = checkEntries(reading, references, current, texts, { retractions, today });
  if (faults.length > 0) return { outcome: "refused", faults };
  const entries = withoutRepeats(reading.entries);
  return {
    outcome: "planned",
    base: current.revision,
    entries,
    difference: differenceOf(entries, current, retractions),
  };
}

/**
 * Writes a plan as the revision after the one that it was made out of, whose number it gives.
 * @throws RevisionConflict when that one has been made by another
 */
export async function writePlan(
  d1: D1Client,
  { base, difference }: Planned,
  { now, author, subject, reason }: ApplyOptions,
  also: readonly D1PreparedStatement[] = [],
): Promise<number> {
  await write(d1, difference, { number: base + 1, at: now, author, subject, reason }, also);
  return base + 1;
}

export function isEmpty({ added, changed, deletes }: Difference): boolean {
  return total(added) + total(changed) === 0 && Object.values(deletes).every((ids) => ids.length === 0);
}

export function total(counts: Counts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
