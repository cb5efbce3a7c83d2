import { type Day, FIRST_DAY, LAST_DAY } from "../../../src/domain/time/day.ts";
import { type PartialDate, parsePartialDate, tryPartialDate } from "../../../src/domain/time/partial-date.ts";

/** A date as Popolo files have it. */
export type Written = string | number | null | undefined;

/**
 * A date of a Popolo file in EDTF; null where there is none. The databases that such files come from write a day with
 * a time, and what is not known of a date as zeros.
 */
export function popoloDate(written: Written): string | null {
  const date = String(written ?? "")
    .trim()
    .replace(
      /^(\d{4}-\d{2}-\d{2})(?:T| +)\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?$/i,
      "$1",
    )
    .replace(/(?:-00)+$/, "");
  return date === "" || date === "0000" ? null : date;
}

/** A date that bounds something else. One that cannot be read bounds nothing: what it would bound is not at fault. */
export function boundingDate(written: Written): PartialDate | null {
  const date = popoloDate(written);
  return date === null ? null : tryPartialDate(date);
}

/** Some day from one to another. */
export function daysFrom(earliest: Day, latest: Day): PartialDate {
  const first = earliest === FIRST_DAY ? ".." : earliest;
  const last = latest === LAST_DAY ? ".." : latest;
  return parsePartialDate(first === last ? first : `${first}/${last}`);
}
