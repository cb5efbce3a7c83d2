import { calendarFault, daysIn } from "./calendar.ts";
import { type Day, dayPlus, FIRST_DAY, LAST_DAY } from "./day.ts";

/** The earliest and the latest day that a date can mean. */
export interface DaySpan {
  earliest: Day;
  latest: Day;
}

/** A date, or one end of a range: what it can mean, and what it can mean as it is written, without its hedge. */
export interface DateEnd extends DaySpan {
  written: DaySpan;
  isHedged: boolean;
}

/** The forms of EDTF that are taken, but for seasons: a year, month or day, hedged, or with digits left open. */
const FORM = /^(?:\d{4}(?:-\d{2}(?:-\d{2})?)?[?~%]?|\d{3}X|\d{2}XX|\d{4}-XX(?:-XX)?|\d{4}-\d{2}-XX)$/;
const SEASON = /^(\d{4})-2([1-4])$/;
const HEDGE = /[?~%]$/;
const MONTHS_A_YEAR = 12;

/** What an open end (`..`) can mean, and one that is not known. */
export const anyDay: DateEnd = unhedged({ earliest: FIRST_DAY, latest: LAST_DAY });

/** Reads a year, month, day or season; null for what is none that we take, of which `unreadable-date.ts` says why. */
export function readEnd(text: string): DateEnd | null {
  const [, seasonYear = "", season] = SEASON.exec(text) ?? [];
  if (season !== undefined) return seasonYear === "0000" ? null : unhedged(seasonOf(seasonYear, season));
  if (!FORM.test(text)) return null;
  const parts = text.replace(HEDGE, "").split("-") as [year: string, month?: string, day?: string];
  if (endFault(parts) !== null) return null;
  const written = spanOf(parts);
  if (!HEDGE.test(text)) return unhedged(written);
  return { ...widened(written, parts.length, text.endsWith("%") ? 2 : 1), written, isHedged: true };
}

/** Why the calendar has no such date, whatever its open digits are; null where it has it. */
export function endFault([year, month, day]: readonly [year: string, month?: string, day?: string]): string | null {
  return calendarFault(year.replaceAll("X", "0"), known(month), known(day));
}

/** Each X is any digit, and what is left out is any at all. */
function spanOf([year, month, day]: readonly [year: string, month?: string, day?: string]): DaySpan {
  const lastYear = year.replaceAll("X", "9");
  const lastMonth = known(month) ?? "12";
  return {
    earliest: `${year.replaceAll("X", "0")}-${known(month) ?? "01"}-${known(day) ?? "01"}`,
    latest: `${lastYear}-${lastMonth}-${known(day) ?? daysIn(lastYear, lastMonth)}`,
  };
}

/**
 * EDTF does not say of which hemisphere a season is, so it can mean any day of its year. Summer and winter
 * run over the turn of the year in one of them: they begin in December before, or end in March after.
 */
function seasonOf(year: string, season: string): DaySpan {
  const span = spanOf([year]);
  if (season === "1" || season === "3") return span;
  return { earliest: monthsFrom(span.earliest, -1).earliest, latest: monthsFrom(span.latest, 3).latest };
}

/** A hedge is wide by units of what is written: a hedged month may be the one before or after. */
function widened({ earliest, latest }: DaySpan, precision: number, units: number): DaySpan {
  if (precision === 3) return { earliest: dayPlus(earliest, -units), latest: dayPlus(latest, units) };
  const months = precision === 2 ? units : units * MONTHS_A_YEAR;
  return { earliest: monthsFrom(earliest, -months).earliest, latest: monthsFrom(latest, months).latest };
}

/** The month so many months after that of a day, or before; never beyond the first and the last of all. */
function monthsFrom(day: Day, months: number): DaySpan {
  const number = Number(day.slice(0, 4)) * MONTHS_A_YEAR + Number(day.slice(5, 7)) - 1 + months;
  const month = Math.min(Math.max(number, MONTHS_A_YEAR), 10_000 * MONTHS_A_YEAR - 1);
  const digits = (value: number, length: number) => String(value).padStart(length, "0");
  return spanOf([digits(Math.floor(month / MONTHS_A_YEAR), 4), digits((month % MONTHS_A_YEAR) + 1, 2)]);
}

function known(digits: string | undefined): string | undefined {
  return digits === "XX" ? undefined : digits;
}

function unhedged(written: DaySpan): DateEnd {
  return { ...written, written, isHedged: false };
}
