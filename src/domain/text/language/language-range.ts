import { languageCodeFault } from "./language-code.ts";

const RANGE = /^(?:\*|[a-z]{1,8}(?:-[a-z0-9]{1,8})*)$/i;

/** What a range is, for whoever wrote something else. */
const WHAT =
  'a language range has parts of 1 to 8 letters or digits, the first of letters, joined by "-", such as zh or zh-Hans, or is "*"';

/** The rule of ranges in a sentence, for the documentation of arguments that take them. */
export const RANGE_RULE =
  "as ranges of RFC 4647 by basic filtering: one keeps the tag that it is and all that begin with it and a hyphen, upper and lower case alike, so that zh keeps zh, zh-Hans and zh-TW; * keeps any";

/** What is wrong with a basic language range, and what would be right; null for one of RFC 4647, section 2.1, that begins with a language there is. */
export function languageRangeFault(range: string): string | null {
  if (RANGE.test(range)) return languageCodeFault(range.split("-", 1)[0]!);
  // As other systems write them: zh_Hans, zh-*.
  const meant = range.trim().replaceAll("_", "-").replace(/-\*$/, "");
  return RANGE.test(meant) && meant.length < 36 ? `${WHAT}: write ${meant}` : WHAT;
}
