import edtf from "edtf";
import { type Day, dayOf, FIRST_DAY, LAST_DAY } from "./day.ts";

/** An EDTF date (ISO 8601-2, levels 0 and 1) with the earliest and the latest day it can mean. */
export interface PartialDate {
  edtf: string;
  earliest: Day;
  latest: Day;
}

/** Why a text is no PartialDate, in words for the person who wrote it. */
export class PartialDateError extends Error {
  override readonly name = "PartialDateError";
}

const LONGEST = 40;
/** The forms of EDTF that we take: a year, month or day, perhaps qualified or with unspecified digits. */
const SIMPLE = /^(?:\d{3}X|\d{2}XX|\d{4}|\d{4}-(?:\d{2}|XX)|\d{4}-\d{2}-(?:\d{2}|XX)|\d{4}-XX-XX)[?~%]?$/;
const HINT =
  "write a year, month or day such as 2022, 2022-05, 2022-05-07, with ? or ~ where it is uncertain or approximate, or a range such as 2022-05-07/2022-05-10 or ../2022-05-07";

/**
 * Reads an EDTF text. A range `a/b` means some day from a to b; `..` alone means open.
 * A qualifier (`?`, `~`, `%`) is kept in the text and does not widen the days.
 * @throws PartialDateError saying what is wrong and what would be right
 */
export function parsePartialDate(text: string): PartialDate {
  if (text.length > LONGEST) {
    throw new PartialDateError(`a date has at most ${LONGEST} characters; ${HINT}`);
  }
  if (text === "..") return { edtf: "..", earliest: FIRST_DAY, latest: LAST_DAY };
  const ends = text.split("/");
  if (ends.length > 2 || ends.every((end) => end === "..") || !ends.every(isEnd)) {
    throw new PartialDateError(`"${text}" is not an EDTF date; ${HINT}`);
  }
  for (const end of ends) refuseImpossible(end);
  if (ends[0] === "..") return { edtf: text, earliest: FIRST_DAY, latest: bounds(ends[1] ?? "")[1] };
  if (ends[1] === "..") return { edtf: text, earliest: bounds(ends[0] ?? "")[0], latest: LAST_DAY };
  const [earliest, latest] = bounds(text);
  return { edtf: text, earliest, latest };

  function isEnd(end: string): boolean {
    return SIMPLE.test(end) || (ends.length === 2 && end === "..");
  }
}

/** `null` for a text that is no PartialDate, otherwise its reading. */
export function tryPartialDate(text: string): PartialDate | null {
  try {
    return parsePartialDate(text);
  } catch (error) {
    if (error instanceof PartialDateError) return null;
    throw error;
  }
}

/** The first and the last day of a text whose ends are possible. */
function bounds(text: string): [Day, Day] {
  const [first = "", last] = text.split("/");
  const start = plainDay(first);
  const end = last === undefined ? start : plainDay(last);
  // The grammar of edtf takes a tenth of a millisecond, and a plain day is its own bounds.
  if (start !== null && end !== null && (last === undefined || start < end)) return [start, end];
  try {
    const date = edtf(text);
    return [dayOf(date.min), dayOf(date.max)];
  } catch {
    const reversed = text.includes("/");
    throw new PartialDateError(reversed ? `"${text}" ends before it begins` : `"${text}" is not an EDTF date; ${HINT}`);
  }
}

function plainDay(text: string): Day | null {
  return /^\d{4}-\d{2}-\d{2}[?~%]?$/.test(text) ? text.slice(0, 10) : null;
}

// edtf 4.11 reads 2023-02-29 as 2023-03-01, and answers an impossible month with a page of grammar.
function refuseImpossible(end: string): void {
  const [year, month, day] = end.replace(/[?~%]$/, "").split("-");
  if (year !== undefined && /^0{2}(?:00|0X|XX)$/.test(year)) {
    throw new PartialDateError(`"${end}": there is no year 0000`);
  }
  if (month === undefined || month === "XX") return;
  if (month < "01" || month > "12") {
    throw new PartialDateError(`"${end}": there is no month ${month}`);
  }
  if (day === undefined || day === "XX") return;
  const length = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  if (day < "01" || Number(day) > length) {
    throw new PartialDateError(`"${end}": ${year}-${month} has ${length} days`);
  }
}
