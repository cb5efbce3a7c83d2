import { NOT_UTF8, strictText } from "../text/encoding.ts";
import { inMib, MOST } from "../file-limit.ts";
import { parsed } from "./json-break.ts";
import { nameIn } from "./json-children.ts";
import { JsonError, type JsonPlace, JsonReader } from "./json-reader.ts";

/** The value at a place of a JSON text, or why it cannot be read, and on which line. */
export type JsonEntry = { json: unknown } | { reason: string; line: number };

/** Reads one value of a JSON text by itself, strictly: what is wrong with it is not the fault of the others. */
export function entryAt(bytes: Buffer, place: JsonPlace): JsonEntry {
  const { start, end, line } = place;
  if (end - start > MOST.entry) return { reason: `is larger than ${inMib(MOST.entry)}`, line };
  const text = strictText(bytes.subarray(start, end));
  if (text === null) return { reason: NOT_UTF8, line };
  try {
    const odd = oddityIn(bytes, place);
    if (odd !== null) return odd;
    const value = parsed(text);
    return "json" in value ? value : { reason: `is not JSON: ${value.found}`, line: line + value.line - 1 };
  } catch (error) {
    if (error instanceof JsonError) return { reason: `is not JSON: ${error.message}`, line: error.line };
    throw error;
  }
}

/** The first thing that JSON.parse takes and should not: a name that an object has twice, of which it takes the last, and lists within lists without end. */
export function oddityIn(bytes: Buffer, place: JsonPlace): { reason: string; line: number } | null {
  const reader = new JsonReader(bytes, place);
  const names: (Set<string> | null)[] = [];
  while (reader.byte !== undefined) {
    if (reader.opens) {
      names.push(reader.opensObject ? new Set() : null);
      if (names.length > MOST.depth) return { reason: `is nested more than ${MOST.depth} deep`, line: place.line };
    } else if (reader.closes) names.pop();
    if (!reader.isText) {
      reader.skip();
      continue;
    }
    const { start, end, line } = reader.text();
    reader.space();
    const own = names.at(-1);
    if (!own || !reader.take(":")) continue;
    const name = nameIn(bytes.subarray(start, end), line);
    if (own.has(name)) return { reason: `has "${name}" twice`, line };
    own.add(name);
  }
  return null;
}
