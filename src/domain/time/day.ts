import { calendarFault } from "./calendar.ts";

/** A day, `YYYY-MM-DD` in the proleptic Gregorian calendar, years 0001 to 9999. Days compare as strings. */
export type Day = string;

/** Stands for "no known start": no day lies before it. */
export const FIRST_DAY: Day = "0001-01-01";
/** Stands for "open end": no day that can be asked for lies on or after it. */
export const LAST_DAY: Day = "9999-12-31";

const MILLISECONDS_A_DAY = 86_400_000;
const DAY_PATTERN = /^\d{4}-\d{2}-\d{2}$/;

let lastDay = { number: Number.NaN, text: "" };

/** The UTC day of a time in milliseconds since 1970. */
export function dayOf(milliseconds: number): Day {
  const number = Math.floor(milliseconds / MILLISECONDS_A_DAY);
  // It is nearly always asked for today.
  if (number !== lastDay.number) lastDay = { number, text: new Date(milliseconds).toISOString().slice(0, 10) };
  return lastDay.text;
}

/** The day so many days later, or before where they are negative; never beyond the first and the last day. */
export function dayPlus(day: Day, days: number): Day {
  const milliseconds = Date.parse(day) + days * MILLISECONDS_A_DAY;
  return dayOf(Math.min(Math.max(milliseconds, Date.parse(FIRST_DAY)), Date.parse(LAST_DAY)));
}

/** The day after; of the last day, the last day itself. */
export function dayAfter(day: Day): Day {
  return dayPlus(day, 1);
}

/** Why a value is no day that can be asked for, which are 0001-01-01 to 9999-12-30, and what is; null where it is one. */
export function dayFault(value: unknown): string | null {
  if (typeof value !== "string" || !DAY_PATTERN.test(value)) return "write YYYY-MM-DD, such as 2022-05-07";
  if (value === LAST_DAY) return "it stands for an open end, and the last that can be asked for is 9999-12-30";
  return calendarFault(value.slice(0, 4), value.slice(5, 7), value.slice(8));
}
