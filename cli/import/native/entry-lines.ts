import { inOrder, pieceOf, refersToItsLike } from "./native.ts";
import { lineEntries } from "../file/line-entries.ts";
import type { List, Piece, Read } from "../file/piece.ts";

/** A file of one list's entries, one a line, as `npm run export` writes it. */
export interface EntryFile {
  path: string;
  /** As the report names it. */
  file: string;
  list: List;
  encoding?: string | undefined;
}

/**
 * Entries as pieces, each after all that it refers to: those that refer to no other of their list stream by, and only
 * the rest is sorted.
 */
export function* readEntries(files: readonly EntryFile[], list: List): Generator<Read> {
  const rest: Piece[] = [];
  for (const { path, file, encoding } of files.filter((one) => one.list === list)) {
    for (const read of lineEntries(path, { file, encoding })) {
      if ("reason" in read) {
        yield read;
        continue;
      }
      const piece = pieceOf(list, read.json, () => read.origin);
      if (refersToItsLike(piece)) rest.push(piece);
      else yield piece;
    }
  }
  yield* inOrder(list, rest);
}
