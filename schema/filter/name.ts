import { withoutIgnorable } from "../../src/domain/text/ignorable.ts";

/** Names as they are asked, and as they are kept: without what nobody sees, unless they were entered before that was dropped. */
export function spellingsOf(names: readonly string[]): string[] {
  return [...new Set(names.flatMap((name) => [withoutIgnorable(name), name]))];
}
