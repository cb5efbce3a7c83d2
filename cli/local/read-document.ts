import { existsSync } from "node:fs";
import { relative, resolve } from "node:path";
import type { Fault } from "../../src/changes/fault.ts";
import type { ChangesetDocument } from "../../src/changes/read/draft.ts";
import { strictText } from "./text/encoding.ts";
import { FileError, fileBytes } from "./file-bytes.ts";
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
  if (parses(text)) {
    const odd = oddityIn(bytes, { start: 0, end: bytes.length, line: 1 });
    return odd === null ? { file, json: JSON.parse(text) } : fault(`line ${odd.line}: ${odd.reason}`);
  }
  const position = breakIn(text);
  const before = text.slice(0, position).split("\n");
  const found = position < text.length ? `${JSON.stringify(text[position])} cannot stand here` : "it ends too early";
  return fault(`line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}: not JSON: ${found}`);
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

function parses(text: string): boolean {
  return errorOf(text) === null;
}

function errorOf(text: string): string | null {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    if (error instanceof SyntaxError) return error.message;
    throw error;
  }
}

/** The first character after which no ending makes it JSON. V8 tells the place of some errors only. */
function breakIn(text: string): number {
  let [good, bad] = [0, text.length + 1];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (mayGoOn(text.slice(0, middle))) good = middle;
    else bad = middle;
  }
  return good;
}

function mayGoOn(start: string): boolean {
  const error = errorOf(start);
  if (error === null || error.startsWith("Unexpected end")) return true;
  const position = /at position (\d+)/.exec(error)?.[1];
  return position !== undefined && Number(position) >= start.length;
}
