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

/** The day after; of the last day, the last day itself. */
export function dayAfter(day: Day): Day {
  return day === LAST_DAY ? LAST_DAY : dayOf(Date.parse(day) + MILLISECONDS_A_DAY);
}

/** True for a day that the calendar has and that can be asked for: 0001-01-01 to 9999-12-30. */
export function isDay(text: string): boolean {
  if (!DAY_PATTERN.test(text) || text < FIRST_DAY || text >= LAST_DAY) return false;
  // JavaScript takes 31 February for the third day after its 28th.
  return new Date(text).getUTCDate() === Number(text.slice(8));
}
