import { existsSync } from "node:fs";
import { relative, resolve } from "node:path";
import type { Fault } from "../../src/changes/fault.ts";
import type { ChangesetDocument } from "../../src/changes/read/draft.ts";
import { strictText } from "./text/encoding.ts";
import { FileError, fileBytes } from "./file-bytes.ts";
import { parsed } from "./json/json-break.ts";
import { oddityIn } from "./json/json-entry.ts";

/** The JSON of a file, or the fault that says why there is none. */
export function readDocument(path: string): ChangesetDocument | Fault {
  const file = relative(process.cwd(), resolve(path));
  const fault = (message: string): Fault => ({ file, path: "", message });
  if (!existsSync(path)) return fault("there is no such file");
  const bytes = bytesOf(path);
  if (bytes instanceof FileError) return fault(bytes.reason);
  const text = strictText(bytes);
  if (text === null) return fault(`line ${lineOfWrongText(bytes)}: not UTF-8: save the file as that`);
  const value = parsed(text);
  if ("found" in value) return fault(`line ${value.line}, column ${value.column}: not JSON: ${value.found}`);
  const odd = oddityIn(bytes, { start: 0, end: bytes.length, line: 1 });
  return odd === null ? { file, json: value.json } : fault(`line ${odd.line}: ${odd.reason}`);
}

function bytesOf(path: string): Buffer | FileError {
  try {
    return fileBytes(path);
  } catch (error) {
    if (error instanceof FileError) return error;
    throw error;
  }
}

function lineOfWrongText(bytes: Buffer): number {
  let line = 1;
  let start = 0;
  for (
    let end = bytes.indexOf("\n");
    end !== -1 && strictText(bytes.subarray(start, end)) !== null;
    end = bytes.indexOf("\n", start)
  ) {
    start = end + 1;
    line += 1;
  }
  return line;
}
