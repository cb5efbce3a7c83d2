import { markAll, mendPage } from "../../drizzle/search/mend.ts";
import { isOtherVersion } from "../../drizzle/search/text-version.ts";
import { revise } from "../../src/changes/write/revision.ts";
import { mergeTextIndexes } from "../../drizzle/search/merge-text-indexes.ts";

/** Answers that are shared are told apart by the revision: those to come after it find what was folded. */
const REINDEXED = { author: "cli/reindex.ts", reason: "Fold texts into the full-text indexes" };

export interface ReindexOptions {
  /** All entries, not only those that are stale. */
  all?: boolean;
  /** Told after each page how many entries are done. */
  progress?: (done: number) => void;
}

/** The number of entries that leave enough pieces in the indexes to make one of them. */
const MANY = 2000;

/**
 * Folds what is stale into the full-text indexes of a local database, and tells how many entries that were. Killed, it has done
 * whole pages, and goes on from there when it is run again.
 */
export async function reindex(d1: D1Database, { all = false, progress }: ReindexOptions = {}): Promise<number> {
  if (all || (await isOtherVersion(d1))) await markAll(d1);
  let done = 0;
  for (;;) {
    const page = await mendPage(d1);
    if (page === 0) break;
    done += page;
    progress?.(done);
  }
  if (done >= MANY) await mergeTextIndexes(d1);
  return done;
}

/** The same, with a revision that changes no data where something was folded. */
export async function reindexNoted(d1: D1Database, options: ReindexOptions = {}): Promise<number> {
  const done = await reindex(d1, options);
  if (done > 0) await revise(d1, { at: new Date().toISOString(), ...REINDEXED }, []);
  return done;
}
