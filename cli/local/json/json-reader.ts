/** Where a value stands in a JSON text: its bytes from the first to the one after the last, and the line that it begins on. */
export interface JsonPlace {
  start: number;
  end: number;
  line: number;
}

/** Why a text is no JSON, so that what comes after the line cannot be told apart either. */
export class JsonError extends Error {
  override readonly name = "JsonError";
  readonly line: number;

  constructor(line: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.line = line;
  }
}

const NEWLINE = 10;
const QUOTE = 34;
const BACKSLASH = 92;
const BRACKET = 91;
const BRACE = 123;
/** A bracket or a brace closes two code points after it opens. */
const TO_CLOSER = 2;
const AFTER_SCALAR = new Set(Buffer.from(' \t\r\n,:"{}[]'));

/** Goes through the bytes of a JSON text and counts lines: no value is made, so that a large text takes no memory of its own. */
export class JsonReader {
  readonly #bytes: Buffer;
  readonly #end: number;
  at: number;
  line: number;

  constructor(bytes: Buffer, { start, end, line }: JsonPlace) {
    this.#bytes = bytes;
    this.#end = end;
    this.at = start;
    this.line = line;
  }

  /** The next byte; undefined at the end. */
  get byte(): number | undefined {
    return this.at < this.#end ? this.#bytes[this.at] : undefined;
  }

  get opensObject(): boolean {
    return this.byte === BRACE;
  }

  get opens(): boolean {
    return this.byte === BRACE || this.byte === BRACKET;
  }

  get closes(): boolean {
    return this.byte === BRACE + TO_CLOSER || this.byte === BRACKET + TO_CLOSER;
  }

  get isText(): boolean {
    return this.byte === QUOTE;
  }

  skip(): void {
    if (this.byte === NEWLINE) this.line += 1;
    this.at += 1;
  }

  space(): void {
    while (this.byte === 32 || this.byte === NEWLINE || this.byte === 13 || this.byte === 9) this.skip();
  }

  /** Goes on after a character where it is the next. */
  take(character: string): boolean {
    if (this.byte !== character.charCodeAt(0)) return false;
    this.skip();
    return true;
  }

  /** Goes on after a value, whatever it holds. */
  value(): JsonPlace {
    const { at: start, line } = this;
    if (this.isText) return this.text();
    if (!this.opens) this.#scalar();
    const closers: number[] = [];
    while (this.opens || closers.length > 0) {
      const { byte } = this;
      if (byte === undefined) throw new JsonError(this.line, `it ends within what begins on line ${line}`);
      if (this.isText) this.text();
      else {
        if (this.opens) closers.push(byte + TO_CLOSER);
        else if (this.closes && closers.pop() !== byte) throw this.#misplaced();
        this.skip();
        if (closers.length === 0) break;
      }
    }
    return { start, end: this.at, line };
  }

  /** Goes on after a text in quotes. */
  text(): JsonPlace {
    const { at: start, line } = this;
    if (!this.isText) throw this.#misplaced();
    let end = start;
    do {
      end = this.#bytes.indexOf(QUOTE, end + 1);
      if (end === -1 || end >= this.#end) throw new JsonError(line, "the text that begins here does not end");
    } while (this.#isEscaped(end));
    const within = this.#bytes.subarray(start, end);
    for (let at = within.indexOf(NEWLINE); at !== -1; at = within.indexOf(NEWLINE, at + 1)) this.line += 1;
    this.at = end + 1;
    return { start, end: this.at, line };
  }

  #isEscaped(at: number): boolean {
    let first = at;
    while (this.#bytes[first - 1] === BACKSLASH) first -= 1;
    return (at - first) % 2 === 1;
  }

  /** Goes on after a number, true, false or null, or what stands in their place. */
  #scalar(): void {
    const { at } = this;
    while (this.byte !== undefined && !AFTER_SCALAR.has(this.byte)) this.at += 1;
    if (this.at === at) throw this.#misplaced();
  }

  #misplaced(): JsonError {
    const { byte, line } = this;
    if (byte === undefined) return new JsonError(line, "it ends too early");
    return new JsonError(line, `${JSON.stringify(String.fromCharCode(byte))} cannot stand here`);
  }
}
