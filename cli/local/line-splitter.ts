const NEWLINE = 10;

/** Cuts UTF-8 into lines at newlines alone: node:readline cuts at U+2028 too, which JSON has within its texts. */
export class LineSplitter {
  #rest: Buffer = Buffer.alloc(0);

  /** The lines that end in this piece, without their newlines. */
  *push(piece: Buffer): Generator<string> {
    const bytes = this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece]);
    let start = 0;
    for (let end = bytes.indexOf(NEWLINE); end !== -1; end = bytes.indexOf(NEWLINE, start)) {
      yield bytes.toString("utf8", start, end);
      start = end + 1;
    }
    this.#rest = bytes.subarray(start);
  }

  /** What comes after the last newline. */
  rest(): string {
    return this.#rest.toString("utf8");
  }
}
