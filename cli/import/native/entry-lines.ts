import { inOrder, pieceOf, refersToItsLike } from "./native.ts";
import type { List, Piece, Read } from "../file/piece.ts";
import { textLines } from "../file/text-lines.ts";

/** A file of one list's entries, one a line, as `npm run export` writes it. */
export interface EntryFile {
  path: string;
  /** As the report names it. */
  file: string;
  list: List;
}

/**
 * Entries as pieces, each after all that it refers to: those that refer to no other of their list stream by, and only
 * the rest is sorted.
 */
export function* readEntries(files: readonly EntryFile[], list: List): Generator<Read> {
  const rest: Piece[] = [];
  for (const { path, file } of files.filter((one) => one.list === list)) {
    for (const { number, text } of textLines(path)) {
      const origin = { file, line: number };
      const json = parsed(text);
      if (json === undefined) {
        yield { ...origin, reason: "not JSON" };
        continue;
      }
      const piece = pieceOf(list, json, () => origin);
      if (refersToItsLike(piece)) rest.push(piece);
      else yield piece;
    }
  }
  yield* inOrder(list, rest);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
