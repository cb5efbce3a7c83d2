import type { D1Client } from "../../drizzle/database.ts";
import { checkEntries } from "./check.ts";
import { type Counts, differenceOf } from "./difference.ts";
import type { Fault } from "./fault.ts";
import { mentionsIn } from "./mention.ts";
import { readPresent } from "./present.ts";
import { type ChangesetDocument, readDocuments } from "./read-documents.ts";
import { write } from "./write.ts";

export interface ApplyOptions {
  author: string;
  reason: string;
  /** The time of the revision, RFC 3339 in UTC. */
  now: string;
  /** Checks and counts, and writes nothing. */
  dryRun?: boolean;
  /** Texts at hand by their SHA-256, in which the selectors of their articles' citations are looked up. */
  texts?: ReadonlyMap<string, string>;
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

/**
 * Applies a change set, which may lie in several documents, as one revision: all or nothing.
 * What it does not name stays as it is, and applying it again changes nothing.
 * @throws RevisionConflict when another change set was applied at the same time
 */
export async function applyChangeset(
  d1: D1Client,
  documents: readonly ChangesetDocument[],
  { author, reason, now, dryRun = false, texts = new Map() }: ApplyOptions,
): Promise<Applied | Refused> {
  const reading = readDocuments(documents);
  const mentions = mentionsIn(reading.entries);
  const present = await readPresent(d1, reading.entries, mentions);
  const faults = checkEntries(reading, mentions, present, texts);
  if (faults.length > 0) return { outcome: "refused", faults };

  const difference = differenceOf(reading.entries, present);
  const { added, changed, unchanged } = difference;
  const base = present.revision;
  const applied: Applied = { outcome: "applied", revision: null, base, added, changed, unchanged };
  if (dryRun || total(added) + total(changed) === 0) return applied;
  await write(d1, difference, { number: base + 1, at: now, author, reason });
  return { ...applied, revision: base + 1 };
}

export function total(counts: Counts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
