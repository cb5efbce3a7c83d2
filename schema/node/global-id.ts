const VERSION = "1";
const LONGEST = 200;

/** A parsed global id: the type it names and the key of the row there. */
export interface GlobalId {
  type: string;
  key: string;
}

/**
 * An opaque id: base64url of `1:Type:key`. The version leads, so that the form can change. Of letters, digits, colons and
 * hyphens no base64 has a sign that base64url has not, but for those that fill it up.
 */
export function writeGlobalId(type: string, key: string | number): string {
  const text = `${VERSION}:${type}:${key}`;
  return btoa(text).slice(0, Math.ceil((text.length * 4) / 3));
}

/** null for a text that is no id of ours, which is answered as an id of nothing. */
export function readGlobalId(id: string): GlobalId | null {
  if (id.length > LONGEST) return null;
  const match = /^1:([A-Za-z]+):([1-9]\d*(?:-[1-9]\d*)*)$/.exec(decode(id));
  if (match === null || writeGlobalId(match[1]!, match[2]!) !== id) return null;
  return { type: match[1]!, key: match[2]! };
}

/** The integer keys of an id of one of the types; null where it is none. */
export function keysOf(id: string, types: readonly string[]): number[] | null {
  const parsed = readGlobalId(id);
  return parsed === null || !types.includes(parsed.type) ? null : numbersOf(parsed.key);
}

/** The integers that a key is made of; null where they are too large to be any row's. */
export function numbersOf(key: string): number[] | null {
  const numbers = key.split("-").map(Number);
  return numbers.every(Number.isSafeInteger) ? numbers : null;
}

/** The text of an id; empty for what is none. */
function decode(id: string): string {
  try {
    return atob(id);
  } catch {
    return "";
  }
}
