import { closeSync, openSync, readSync } from "node:fs";

export interface TextLine {
  number: number;
  text: string;
}

const CHUNK = 65_536;
const NEWLINE = 10;

/** The lines of a UTF-8 file that are not blank, one after the other: the file is never whole in memory. */
export function* textLines(path: string): Generator<TextLine> {
  const file = openSync(path, "r");
  try {
    let number = 1;
    let rest: Buffer = Buffer.alloc(0);
    const lineOf = (bytes: Buffer): TextLine => ({ number, text: bytes.toString("utf8").replace(/^\uFEFF/, "") });
    for (;;) {
      const chunk = Buffer.alloc(CHUNK);
      const size = readSync(file, chunk, 0, CHUNK, null);
      let start = 0;
      const bytes = Buffer.concat([rest, chunk.subarray(0, size)]);
      for (let end = bytes.indexOf(NEWLINE); end !== -1; end = bytes.indexOf(NEWLINE, start)) {
        const line = lineOf(bytes.subarray(start, end));
        if (line.text.trim() !== "") yield line;
        number += 1;
        start = end + 1;
      }
      rest = bytes.subarray(start);
      if (size > 0) continue;
      const last = lineOf(rest);
      if (last.text.trim() !== "") yield last;
      return;
    }
  } finally {
    closeSync(file);
  }
}
