import { isUtf8 } from "node:buffer";

const NO_CHARACTER = "\uFFFD";

/** Byte order marks, and the encodings of which they are. */
const MARKS: readonly [mark: Buffer, encoding: string][] = [
  [Buffer.from([0xef, 0xbb, 0xbf]), "utf-8"],
  [Buffer.from([0xff, 0xfe]), "utf-16le"],
  [Buffer.from([0xfe, 0xff]), "utf-16be"],
];

/** The reason that is told for bytes that are not in the encoding of a file, and the remedy. */
export const NOT_UTF8 =
  "has bytes that are not in its encoding: where that is not UTF-8, name it, as in --encoding windows-1252";

/** The encoding that a label of the WHATWG Encoding Standard means, by the name that it has there; null for another. */
export function encodingNamed(label: string): string | null {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

/** The encoding of a file by its first bytes. What is chosen wins over what is guessed. */
export function encodingOf(start: Buffer, chosen: string | undefined): string {
  return (chosen && encodingNamed(chosen)) ?? markOf(start)?.[1] ?? "utf-8";
}

/** Bytes of UTF-8 without their byte order mark. */
export function withoutMark(start: Buffer): Buffer {
  const mark = markOf(start);
  return mark?.[1] === "utf-8" ? start.subarray(mark[0].length) : start;
}

/** The same text in UTF-8. What is no character of its encoding is none here: a byte that UTF-8 never has. */
export function inUtf8(bytes: Buffer, encoding: string): Buffer {
  try {
    return Buffer.from(new TextDecoder(encoding, { fatal: true }).decode(bytes));
  } catch {
    const text = Buffer.from(new TextDecoder(encoding).decode(bytes));
    return Buffer.from(
      text.toString("latin1").replaceAll(Buffer.from(NO_CHARACTER).toString("latin1"), "\xFF"),
      "latin1",
    );
  }
}

/** The text of bytes in UTF-8; null where they are not. Node's own way puts U+FFFD where it cannot read on. */
export function strictText(bytes: Buffer): string | null {
  return isUtf8(bytes) ? bytes.toString("utf8") : null;
}

function markOf(start: Buffer) {
  return MARKS.find(([mark]) => start.subarray(0, mark.length).equals(mark));
}
