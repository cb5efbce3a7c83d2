import { type Day, dayAfter, FIRST_DAY, LAST_DAY } from "./day.ts";
import { type PartialDate, parsePartialDate } from "./partial-date.ts";
import type { Certainty } from "../vocabulary.ts";

/** The four days of a half-open period [from, to), as the tables keep them. */
export interface PeriodDays {
  fromEarliest: Day;
  fromLatest: Day;
  toEarliest: Day;
  toLatest: Day;
}

/** The days of a fact that lasts, and how long it is known to hold. */
export interface LastingDays extends PeriodDays {
  /** The last day for which it is borne out; null or left out where that was not worked out. */
  attestedUntil?: Day | null;
  /** The day of the revision that is read: nothing whose horizon was worked out is certain after it. */
  readOn?: Day | null;
}

/** A half-open period [from, to): its ends as EDTF, null where not known (from) or open (to), and its days. */
export interface Period extends PeriodDays {
  from: string | null;
  to: string | null;
}

/** Why two ends make no period. */
export class PeriodError extends Error {
  override readonly name = "PeriodError";
}

/**
 * A period from its ends. `null` and `..` mean: start not known, end open.
 * @throws PartialDateError for an end that is no date, PeriodError for ends in the wrong order
 */
export function periodFrom(from: string | null, to: string | null): Period {
  const start = from === null || from === ".." ? null : parsePartialDate(from);
  const end = to === null || to === ".." ? null : parsePartialDate(to);
  const period = {
    from: start?.edtf ?? null,
    to: end?.edtf ?? null,
    fromEarliest: start?.earliest ?? FIRST_DAY,
    fromLatest: start?.latest ?? LAST_DAY,
    toEarliest: end?.earliest ?? LAST_DAY,
    toLatest: end?.latest ?? LAST_DAY,
  };
  if (period.fromEarliest >= period.toLatest) {
    throw new PeriodError(`a period ends after it begins, and ${from} is not before ${to}`);
  }
  return period;
}

/** The period of an event: from its first day to the day after its last, as far as they are known. */
export function periodOfEvent(date: PartialDate): Period {
  const spansDays = /^\d{4}-\d{2}-\d{2}\/\d{4}-\d{2}-\d{2}$/.test(date.edtf);
  if (spansDays) return periodFrom(date.earliest, dayAfter(date.latest));
  const [first, last] = [dayAfter(date.earliest), dayAfter(date.latest)];
  return periodFrom(date.edtf, first === last ? first : `${first}/${last}`);
}

/**
 * Whether a fact holds on a day: CERTAIN when it does whatever its uncertain ends mean and is borne out so long,
 * POSSIBLE when it may, null when it cannot. The SQL form is `certaintyOn` in drizzle/query/as-of.ts.
 */
export function holdsOn(days: LastingDays, day: Day): Certainty | null {
  if (days.fromLatest <= day && day < days.toEarliest && day <= horizonOf(days)) return "CERTAIN";
  if (days.fromEarliest <= day && day < days.toLatest) return "POSSIBLE";
  return null;
}

/** The last day on which anything can be certain of a fact. */
function horizonOf({ attestedUntil, readOn }: LastingDays): Day {
  if (attestedUntil == null || readOn == null) return LAST_DAY;
  return attestedUntil < readOn ? attestedUntil : readOn;
}

/** Whether there is a day on which both periods may hold. */
export function mayOverlap(a: PeriodDays, b: PeriodDays): boolean {
  return a.fromEarliest < b.toLatest && b.fromEarliest < a.toLatest;
}
