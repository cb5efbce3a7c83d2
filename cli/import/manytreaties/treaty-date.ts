import { parsePartialDate } from "../../../src/domain/time/partial-date.ts";

/** Stands for "no end" in manytreaties. */
const NO_END = "9999-12-31";

/**
 * A date of manytreaties as EDTF; null where there is none. Its `a..b` is our `a/b`, and a day
 * without its month, `1964-XX-16`, is a day of the year.
 * @throws PartialDateError for one that is no date
 */
export function treatyDate(text: string): string | null {
  if (text === "" || text === NO_END) return null;
  return parsePartialDate(text.replace("..", "/").replace(/^(\d{4})-XX-\d{2}$/, "$1-XX-XX")).edtf;
}
