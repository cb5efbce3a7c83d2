import { closeSync, openSync, readSync } from "node:fs";
import { LineSplitter } from "../../local/line-splitter.ts";

export interface TextLine {
  number: number;
  text: string;
}

const CHUNK = 65_536;

/** The lines of a UTF-8 file that are not blank, one after the other: the file is never whole in memory. */
export function* textLines(path: string): Generator<TextLine> {
  let number = 0;
  for (const line of linesOf(path)) {
    number += 1;
    const text = number === 1 ? line.replace(/^\uFEFF/, "") : line;
    if (text.trim() !== "") yield { number, text };
  }
}

function* linesOf(path: string): Generator<string> {
  const file = openSync(path, "r");
  try {
    const splitter = new LineSplitter();
    for (;;) {
      const chunk = Buffer.alloc(CHUNK);
      const size = readSync(file, chunk, 0, CHUNK, null);
      if (size === 0) break;
      yield* splitter.push(chunk.subarray(0, size));
    }
    yield splitter.rest();
  } finally {
    closeSync(file);
  }
}
