import { LineSplitter } from "../../local/text/line-splitter.ts";

/** A line of a file, in UTF-8 as far as it is a text, without its newline. */
export interface ByteLine {
  number: number;
  /** Null where it is longer than a line may be. */
  bytes: Buffer | null;
}

/** The lines of a file that is read piece by piece, one after the other. */
export function* byteLines(chunks: Iterable<Buffer>): Generator<ByteLine> {
  let number = 0;
  for (const bytes of linesOf(chunks)) {
    number += 1;
    yield { number, bytes };
  }
}

function* linesOf(chunks: Iterable<Buffer>): Generator<Buffer | null> {
  const splitter = new LineSplitter();
  for (const chunk of withNewlines(chunks)) yield* splitter.push(chunk);
  yield splitter.rest();
}

/** In a file of an old Macintosh, whose lines end with carriage returns alone, these are newlines. */
function* withNewlines(chunks: Iterable<Buffer>): Generator<Buffer> {
  let isMac: boolean | undefined;
  for (const chunk of chunks) {
    isMac ??= chunk.includes("\r") && !chunk.includes("\n");
    if (isMac) for (let at = chunk.indexOf("\r"); at !== -1; at = chunk.indexOf("\r", at + 1)) chunk[at] = 10;
    yield chunk;
  }
}

export function isBlank({ bytes }: ByteLine): boolean {
  return bytes !== null && bytes.every((byte) => byte === 32 || byte === 9 || byte === 13);
}
