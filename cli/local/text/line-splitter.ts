import { inMib, MOST } from "../file-limit.ts";
import { strictText } from "./encoding.ts";

const NEWLINE = 10;

/**
 * Cuts bytes into lines at newlines alone: node:readline cuts at U+2028 too, which JSON has within its texts. Each is
 * without its newline; null is one that is longer than it may be, of which nothing is kept.
 */
export class LineSplitter {
  #rest: Buffer[] = [];
  #size = 0;

  /** The lines that end in this piece. */
  *push(piece: Buffer): Generator<Buffer | null> {
    let start = 0;
    for (let end = piece.indexOf(NEWLINE); end !== -1; end = piece.indexOf(NEWLINE, start)) {
      this.#keep(piece.subarray(start, end));
      yield this.#taken();
      start = end + 1;
    }
    this.#keep(piece.subarray(start));
  }

  /** The bytes after the last newline. */
  rest(): Buffer | null {
    return this.#taken();
  }

  #keep(part: Buffer): void {
    this.#size += part.length;
    if (this.#size > MOST.entry) this.#rest = [];
    else if (part.length > 0) this.#rest.push(part);
  }

  #taken(): Buffer | null {
    const [only] = this.#rest;
    const line = this.#rest.length === 1 ? only! : Buffer.concat(this.#rest);
    const isTooLong = this.#size > MOST.entry;
    this.#rest = [];
    this.#size = 0;
    return isTooLong ? null : line;
  }
}

/** The text of a line that a splitter gave, or why it has none. */
export function textOfLine(line: Buffer | null): { text: string } | { reason: string } {
  if (line === null) return { reason: `has more than ${inMib(MOST.entry)}` };
  const text = strictText(line);
  return text === null ? { reason: "is not UTF-8" } : { text };
}
