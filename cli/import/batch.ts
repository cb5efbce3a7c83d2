import { type List, type Part, type Piece, rowsOf } from "./piece.ts";

/** A change set as JSON: `src/changes/input/changeset.ts` says what may stand in it. */
export type Changeset = Partial<Record<List, unknown[]>>;

/** Pieces that are applied together. */
export type Batch = Piece[];

/**
 * Puts pieces together in their order, about `size` rows at a time. The same pieces always make
 * the same batches, so that an import that was cut off goes on where it was.
 */
export function* batchesOf(pieces: Iterable<Piece>, size: number): Generator<Batch> {
  let batch: Batch = [];
  let rows = 0;
  for (const whole of pieces) {
    for (const piece of split(whole, size)) {
      if (rows > 0 && rows + rowsOf(piece) > size) {
        yield batch;
        [batch, rows] = [[], 0];
      }
      batch.push(piece);
      rows += rowsOf(piece);
    }
  }
  if (rows > 0) yield batch;
}

/** An alliance with more rows than a batch takes, as several: what an entry does not name stays as it is. */
function* split(piece: Piece, size: number): Generator<Piece> {
  if (rowsOf(piece) <= size) return yield piece;
  const { statuses = [], memberships = [], ...alliance } = piece;
  const step = Math.max(1, size - 1);
  for (let start = 0; start < statuses.length; start += step) {
    yield { ...alliance, statuses: statuses.slice(start, start + step) };
  }
  for (let start = 0; start < memberships.length; start += step) {
    yield { ...alliance, memberships: memberships.slice(start, start + step) };
  }
}

export function changesetOf(batch: Batch): Changeset {
  const changeset: Changeset = {};
  for (const { list, json, statuses, memberships } of batch) {
    const entry =
      list === "alliances"
        ? {
            ...Object(json),
            ...(statuses && { statuses: jsons(statuses) }),
            ...(memberships && { memberships: jsons(memberships) }),
          }
        : json;
    (changeset[list] ??= []).push(entry);
  }
  return changeset;
}

function jsons(parts: readonly Part[]): unknown[] {
  return parts.map(({ json }) => json);
}
