import type { D1Client } from "../client/d1-client.ts";
import { readEntryTexts } from "./read-entries.ts";
import { isOtherVersion, markingAllEntries } from "./text-version.ts";
import { indexStatements } from "./write-entries.ts";

/** So many entries are read and folded at once. */
export const MEND_PAGE = 1000;

/** Up to so many stale entries are counted: whoever asks wants to know whether there are few or many. */
const MOST_COUNTED = 100_000;

interface Mark {
  id: number;
  mark: number;
}

/** How many entries are stale, 100,000 for that many or more; all where they are folded in another way. */
export async function countStale(d1: D1Client): Promise<number | "all"> {
  if (await isOtherVersion(d1)) return "all";
  const counting = `SELECT count(*) AS stale FROM (SELECT 1 FROM stale_entries LIMIT ${MOST_COUNTED})`;
  return (await d1.prepare(counting).first<number>("stale")) ?? 0;
}

/** Marks all entries, which are to be folded anew. */
export async function markAll(d1: D1Client): Promise<void> {
  await d1.batch(markingAllEntries.map((sql) => d1.prepare(sql)));
}

/**
 * Folds so many stale entries into the indexes, by their numbers, and tells how many they were: none once all are done. Whoever
 * is killed has done whole pages, and the next goes on from there.
 */
export async function mendPage(d1: D1Client, size: number = MEND_PAGE): Promise<number> {
  const { results } = await d1.prepare("SELECT id, mark FROM stale_entries ORDER BY id LIMIT ?").bind(size).all<Mark>();
  if (results.length === 0) return 0;
  const marks = new Map(results.map(({ id, mark }) => [id, mark]));
  await d1.batch(indexStatements(d1, await readEntryTexts(d1, [...marks.keys()]), marks));
  return results.length;
}
