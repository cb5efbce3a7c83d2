import type { ChangeKey } from "../../drizzle/history/field-change.ts";
import type { Noun, RowKey } from "../nouns/index.ts";

/** A place in a change set: its document, and a JSON pointer (RFC 6901) into it. */
export interface Place {
  file: string;
  path: string;
}

/** What is wrong, and where. */
export interface Fault extends Place {
  message: string;
  /** That someone else was first; else it is what was sent that is wrong. */
  isConflict?: boolean;
  /** The nodes that stand in the way. */
  nodes?: readonly RowKey[];
  /** Of a reference that leads to nothing: which, and of what it may be. */
  sought?: { nouns: readonly Noun[]; reference: string };
  /** Of a conflict: the changes that stand in the way, the oldest first. */
  changes?: readonly ChangeKey[];
}

/** A place inside another one. */
export function within(place: Place, ...steps: readonly (string | number)[]): Place {
  return { file: place.file, path: place.path + pointer(steps) };
}

export function faultAt(place: Place, message: string): Fault {
  return { file: place.file, path: place.path, message };
}

function pointer(steps: readonly (string | number)[]): string {
  return steps.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
