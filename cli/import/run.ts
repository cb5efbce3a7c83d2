import { type Batch, batchesOf, changesetOf } from "./destination/batch.ts";
import type { AppliedBatch, Destination } from "./destination/destination.ts";
import { type Piece, type Refusal, rowsOf } from "./file/piece.ts";
import { sift } from "./refuse.ts";

/** The result of an import. */
export interface Tally {
  added: number;
  changed: number;
  unchanged: number;
  refusals: Refusal[];
  batches: number;
  /** The revisions made, the first and the last; null where nothing changed. */
  revisions: [number, number] | null;
}

export interface RunOptions {
  /** What is imported, for the revisions' reasons. */
  source: string;
  /** Rows a batch. */
  size: number;
  /** Called after each batch with the rows done so far. */
  progress?: (rows: number) => void;
}

/** Applies the pieces batch by batch, each as a revision of its own, and leaves out what is refused. */
export async function run(
  destination: Pick<Destination, "apply" | "mostBytes">,
  pieces: Iterable<Piece>,
  { source, size, progress }: RunOptions,
): Promise<Tally> {
  const tally: Tally = { added: 0, changed: 0, unchanged: 0, refusals: [], batches: 0, revisions: null };
  let rows = 0;
  for (const batch of batchesOf(pieces, { rows: size, bytes: destination.mostBytes })) {
    tally.batches += 1;
    const { applied, refusals } = await applyTolerantly(destination, batch, `Import ${source}, batch ${tally.batches}`);
    tally.refusals.push(...refusals);
    if (applied !== null) add(tally, applied);
    rows += batch.reduce((sum, piece) => sum + rowsOf(piece), 0);
    progress?.(rows);
  }
  return tally;
}

/** Applies a batch without what is faulty. Taking something out may leave another without what it refers to. */
async function applyTolerantly(
  destination: Pick<Destination, "apply">,
  batch: Batch,
  reason: string,
): Promise<{ applied: AppliedBatch | null; refusals: Refusal[] }> {
  const refusals: Refusal[] = [];
  let rest = batch;
  while (rest.length > 0) {
    const result = await destination.apply(changesetOf(rest), reason);
    if (result.outcome === "applied") return { applied: result, refusals };
    const sifted = sift(rest, result.faults);
    refusals.push(...sifted.refusals);
    rest = sifted.kept;
  }
  return { applied: null, refusals };
}

function add(tally: Tally, { added, changed, unchanged, revision }: AppliedBatch): void {
  tally.added += added;
  tally.changed += changed;
  tally.unchanged += unchanged;
  if (revision !== null) tally.revisions = [tally.revisions?.[0] ?? revision, revision];
}
