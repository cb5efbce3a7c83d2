import { JsonError, type JsonPlace, JsonReader } from "./json-reader.ts";

/** A value in an object or a list. */
export interface JsonChild extends JsonPlace {
  /** Its name, or its index. */
  name: string;
}

/** The one value of a text. @throws JsonError where there is none, or more comes after it */
export function rootOf(bytes: Buffer): JsonPlace {
  const reader = new JsonReader(bytes, { start: 0, end: bytes.length, line: 1 });
  reader.space();
  const place = reader.value();
  reader.space();
  if (reader.byte !== undefined) throw new JsonError(reader.line, "something comes after the end of the JSON");
  return place;
}

export function isList(bytes: Buffer, { start }: JsonPlace): boolean {
  return bytes.at(start) === 91;
}

export function isObject(bytes: Buffer, { start }: JsonPlace): boolean {
  return bytes.at(start) === 123;
}

/**
 * What an object or a list holds, one after the other; nothing for another value. Each is found by its brackets alone, so
 * that one that is no JSON within them is told of by itself.
 * @throws JsonError where what comes next cannot be told apart
 */
export function* childrenOf(bytes: Buffer, place: JsonPlace): Generator<JsonChild> {
  const named = isObject(bytes, place);
  if (!named && !isList(bytes, place)) return;
  const reader = new JsonReader(bytes, { ...place, start: place.start + 1 });
  reader.space();
  for (let index = 0; !reader.closes; index += 1) {
    if (index > 0) {
      if (!reader.take(",")) throw new JsonError(reader.line, "a comma is missing");
      reader.space();
      if (reader.closes) throw new JsonError(reader.line, "a comma stands before the end, and nothing after it");
    }
    let name = String(index);
    if (named) {
      const { start, end, line } = reader.text();
      name = nameIn(bytes.subarray(start, end), line);
      reader.space();
      if (!reader.take(":")) throw new JsonError(reader.line, `a colon is missing after "${name}"`);
      reader.space();
    }
    yield { name, ...reader.value() };
    reader.space();
  }
}

/** The name that a text in quotes is. */
export function nameIn(quoted: Buffer, line: number): string {
  try {
    return JSON.parse(quoted.toString("utf8")) as string;
  } catch (error) {
    throw new JsonError(line, "a name cannot be read", { cause: error });
  }
}
