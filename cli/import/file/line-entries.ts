import { fileChunks, type FileOptions } from "../../local/file-bytes.ts";
import { inMib, MOST } from "../../local/file-limit.ts";
import { entryAt } from "../../local/json/json-entry.ts";
import { byteLines, isBlank } from "./byte-lines.ts";
import type { Part, Refusal } from "./piece.ts";

/** The entries of a file that has one a line, each read alone. @throws FileError where the file cannot be read */
export function* lineEntries(path: string, options: FileOptions & { file: string }): Generator<Part | Refusal> {
  for (const line of byteLines(fileChunks(path, options))) {
    if (isBlank(line)) continue;
    const { bytes, number } = line;
    const origin = { file: options.file, line: number };
    if (bytes === null) {
      yield { ...origin, reason: `has a line of more than ${inMib(MOST.entry)}` };
      continue;
    }
    const entry = entryAt(bytes, { start: 0, end: bytes.length, line: number });
    yield "reason" in entry ? { ...origin, reason: entry.reason } : { json: entry.json, origin };
  }
}
