import { existsSync, readFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import type { Fault } from "../../src/changes/fault.ts";
import type { ChangesetDocument } from "../../src/changes/read/draft.ts";

/** The JSON of a file, or the fault that says why there is none. */
export function readDocument(path: string): ChangesetDocument | Fault {
  const file = relative(process.cwd(), resolve(path));
  if (!existsSync(path)) return { file, path: "", message: "there is no such file" };
  const text = readFileSync(path, "utf8");
  if (parses(text)) return { file, json: JSON.parse(text) };
  const position = breakIn(text);
  const before = text.slice(0, position).split("\n");
  const found = position < text.length ? `${JSON.stringify(text[position])} cannot stand here` : "it ends too early";
  return {
    file,
    path: "",
    message: `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}: not JSON: ${found}`,
  };
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
