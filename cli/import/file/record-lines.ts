import { NOT_UTF8, strictText } from "../../local/text/encoding.ts";
import { inMib, MOST } from "../../local/file-limit.ts";
import { type ByteLine, byteLines, isBlank } from "./byte-lines.ts";

/** How many lines that are done with are kept before they are thrown away. */
const KEPT = 4096;

/** The lines of a table, record by record. Those of a record that is none are read again. */
export class RecordLines {
  readonly #lines: Iterator<ByteLine, void>;
  /** What is read of the file and not thrown away. */
  readonly #read: ByteLine[] = [];
  /** In that, the first line of the record, and the next line. */
  #first = 0;
  #next = 0;
  #fault: string | null = null;

  constructor(chunks: Iterable<Buffer>) {
    this.#lines = byteLines(chunks);
  }

  /** What is wrong with a line of the record, whatever it says. */
  get fault(): string | null {
    return this.#fault;
  }

  /** Begins a record with the next line that is not blank; its number, null at the end of the file. */
  begin(): number | null {
    let line = this.#line();
    for (; line !== undefined && isBlank(line); line = this.#line()) this.#next += 1;
    if (this.#next > KEPT) this.#next -= this.#read.splice(0, this.#next).length;
    this.#first = this.#next;
    this.#fault = null;
    return line?.number ?? null;
  }

  /** The next line of the record; null at the end of the file. */
  next(): string | null {
    const line = this.#line();
    if (line === undefined) return null;
    this.#next += 1;
    if (line.bytes === null) {
      this.#fault ??= `has a line of more than ${inMib(MOST.entry)}`;
      return "";
    }
    const text = strictText(line.bytes);
    if (text === null) this.#fault ??= NOT_UTF8;
    // Where the cells end is told by ASCII alone.
    return text ?? line.bytes.toString("latin1");
  }

  /** Goes back to after so many lines of the record. */
  back(lines: number): void {
    this.#next = Math.min(this.#next, this.#first + lines);
    this.#fault = null;
  }

  /** Ends the reading of the file. */
  close(): void {
    this.#lines.return?.();
  }

  #line(): ByteLine | undefined {
    if (this.#next === this.#read.length) {
      const { value } = this.#lines.next();
      if (value !== undefined) this.#read.push(value);
    }
    return this.#read[this.#next];
  }
}
