import { type Day, FIRST_DAY, LAST_DAY } from "./day.ts";

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
const QUALIFIER = /[?~%]$/;
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
  // EDTF qualifies a date that is whole, or leaves digits open, but not both.
  if (ends.some((end) => end.includes("X") && QUALIFIER.test(end))) {
    throw new PartialDateError(`"${text}" is not an EDTF date; ${HINT}`);
  }
  const [first, last] = [daysOf(ends[0]!), daysOf(ends.at(-1)!)];
  if (ends.length === 2 && !ends.includes("..") && first.earliest >= last.earliest) {
    throw new PartialDateError(`"${text}" ends before it begins`);
  }
  return { edtf: text, earliest: first.earliest, latest: last.latest };

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

/** The earliest and the latest day of one end: each X is any digit, and what is left out is any at all. */
function daysOf(end: string): Pick<PartialDate, "earliest" | "latest"> {
  if (end === "..") return { earliest: FIRST_DAY, latest: LAST_DAY };
  const [year, month = "XX", day = "XX"] = partsOf(end);
  const lastYear = year.replaceAll("X", "9");
  const lastMonth = month === "XX" ? "12" : month;
  return {
    earliest: `${year.replaceAll("X", "0")}-${known(month, "01")}-${known(day, "01")}`,
    latest: `${lastYear}-${lastMonth}-${known(day, String(daysIn(lastYear, lastMonth)))}`,
  };
}

function known(digits: string, otherwise: string): string {
  return digits === "XX" ? otherwise : digits;
}

function daysIn(year: string, month: string): number {
  return new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
}

function partsOf(end: string) {
  return end.replace(QUALIFIER, "").split("-") as [year: string, month?: string, day?: string];
}

function refuseImpossible(end: string): void {
  const [year, month, day] = partsOf(end);
  if (/^0{2}(?:00|0X|XX)$/.test(year)) {
    throw new PartialDateError(`"${end}": there is no year 0000`);
  }
  if (month === undefined || month === "XX") return;
  if (month < "01" || month > "12") {
    throw new PartialDateError(`"${end}": there is no month ${month}`);
  }
  if (day === undefined || day === "XX") return;
  const length = daysIn(year, month);
  if (day < "01" || Number(day) > length) {
    throw new PartialDateError(`"${end}": ${year}-${month} has ${length} days`);
  }
}
