import { type List, nestedLists, type Part, type Piece, rowsOf } from "../file/piece.ts";

/** A change set as JSON: `src/nouns/changeset.ts` says what may stand in it. */
export type Changeset = Partial<Record<List, unknown[]>>;

/** Pieces that are applied together. */
export type Batch = Piece[];

/** How much a batch takes at most. */
export interface BatchSize {
  rows: number;
  /** The size of its JSON, where it is to travel. */
  bytes?: number | undefined;
}

interface Load {
  rows: number;
  bytes: number;
}

/**
 * Puts pieces together in their order, as many as a batch takes. The same pieces always make
 * the same batches, so that an import that was cut off goes on where it was.
 */
export function* batchesOf(pieces: Iterable<Piece>, size: BatchSize): Generator<Batch> {
  let batch: Batch = [];
  let load: Load = { rows: 0, bytes: 0 };
  for (const whole of pieces) {
    for (const piece of split(whole, size)) {
      const own = loadOf(piece, size);
      if (batch.length > 0 && isTooMuch(sum(load, own), size)) {
        yield batch;
        [batch, load] = [[], { rows: 0, bytes: 0 }];
      }
      batch.push(piece);
      load = sum(load, own);
    }
  }
  if (batch.length > 0) yield batch;
}

/** An alliance with more than a batch takes, as several: what an entry does not name stays as it is. */
function* split(piece: Piece, size: BatchSize): Generator<Piece> {
  if (rowsOf(piece) === 1 || !isTooMuch(loadOf(piece, size), size)) return yield piece;
  const { list, json, origin } = piece;
  const alliance = { list, json, origin };
  const itself = loadOf(alliance, size);
  for (const name of nestedLists) {
    for (const some of chunks(piece[name] ?? [], itself, size)) yield { ...alliance, [name]: some };
  }
}

function* chunks(parts: readonly Part[], itself: Load, size: BatchSize): Generator<Part[]> {
  let chunk: Part[] = [];
  let load = itself;
  for (const part of parts) {
    const own = { rows: 1, bytes: bytesOf(part, size) };
    if (chunk.length > 0 && isTooMuch(sum(load, own), size)) {
      yield chunk;
      [chunk, load] = [[], itself];
    }
    chunk.push(part);
    load = sum(load, own);
  }
  if (chunk.length > 0) yield chunk;
}

function loadOf(piece: Piece, size: BatchSize): Load {
  const nested = nestedLists.flatMap((list) => piece[list] ?? []);
  const bytes = [piece, ...nested].reduce((total, part) => total + bytesOf(part, size), 0);
  return { rows: rowsOf(piece), bytes };
}

/** With the slug of its alliance, of 100 characters at most, beside which a part travels. */
function bytesOf({ json }: Part, { bytes }: BatchSize): number {
  return bytes === undefined ? 0 : Buffer.byteLength(JSON.stringify(json)) + 120;
}

function sum(a: Load, b: Load): Load {
  return { rows: a.rows + b.rows, bytes: a.bytes + b.bytes };
}

function isTooMuch(load: Load, { rows, bytes = Infinity }: BatchSize): boolean {
  return load.rows > rows || load.bytes > bytes;
}

export function changesetOf(batch: Batch): Changeset {
  const changeset: Changeset = {};
  for (const piece of batch) {
    const { list, json } = piece;
    (changeset[list] ??= []).push(list === "alliances" ? { ...Object(json), ...nestedOf(piece) } : json);
  }
  return changeset;
}

function nestedOf(piece: Piece): Record<string, unknown[]> {
  const lists = nestedLists.flatMap((list) => (piece[list] === undefined ? [] : [[list, piece[list]] as const]));
  return Object.fromEntries(lists.map(([list, parts]) => [list, parts.map(({ json }) => json)]));
}
