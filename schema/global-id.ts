const VERSION = "1";
const LONGEST = 200;

/** A parsed global id: the type it names and the key of the row there. */
export interface GlobalId {
  type: string;
  key: string;
}

/** An opaque id: base64url of `1:Type:key`. The version leads, so that the form can change. */
export function writeGlobalId(type: string, key: string | number): string {
  return btoa(`${VERSION}:${type}:${key}`).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** null for a text that is no id of ours, which is answered as an id of nothing. */
export function readGlobalId(id: string): GlobalId | null {
  if (id.length > LONGEST) return null;
  const match = /^1:([A-Za-z]+):(\d+(?:-\d+)*)$/.exec(decode(id));
  if (match === null || writeGlobalId(match[1]!, match[2]!) !== id) return null;
  return { type: match[1]!, key: match[2]! };
}

/** The integer keys of an id of one of the types; null where it is none. */
export function keysOf(id: string, types: readonly string[]): number[] | null {
  const parsed = readGlobalId(id);
  if (parsed === null || !types.includes(parsed.type)) return null;
  const keys = parsed.key.split("-").map(Number);
  return keys.every(Number.isSafeInteger) ? keys : null;
}

/** The text of a base64url; empty for what is none. */
function decode(id: string): string {
  try {
    return atob(id.replaceAll("-", "+").replaceAll("_", "/"));
  } catch {
    return "";
  }
}
