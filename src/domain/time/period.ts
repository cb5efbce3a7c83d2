import type { DaySpan } from "./date-end.ts";
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
export interface Period extends PeriodDays, HedgedDays {
  from: string | null;
  to: string | null;
}

/** The days of an end as it is written, where it is hedged; null where they are the period's own. */
export type HedgedDays = Record<`written${Capitalize<keyof PeriodDays>}`, Day | null>;

/** Why two ends make no period. */
export class PeriodError extends Error {
  override readonly name = "PeriodError";
}

/**
 * A period from its ends. `null` and `..` mean: start not known, end open.
 * @throws PartialDateError for an end that is no date, PeriodError for ends in the wrong order
 */
export function periodFrom(from: string | null, to: string | null): Period {
  const [start, end] = [from, to].map(endOf) as [PartialDate | null, PartialDate | null];
  const written = daysOfEnds(start?.written, end?.written);
  if (written.fromEarliest >= written.toLatest) {
    throw new PeriodError(`a period ends after it begins, and ${from} is not before ${to}`);
  }
  return {
    from: start?.edtf ?? null,
    to: end?.edtf ?? null,
    ...daysOfEnds(start && sureSpan(start), end && sureSpan(end)),
    writtenFromEarliest: hedged(start)?.earliest ?? null,
    writtenFromLatest: hedged(start)?.latest ?? null,
    writtenToEarliest: hedged(end)?.earliest ?? null,
    writtenToLatest: hedged(end)?.latest ?? null,
  };
}

/**
 * The days of a period as its ends are written, without what their hedges add: a hedge is no claim that
 * another period does not hold then. The SQL form is drizzle/query/overlap.ts.
 */
export function writtenDays({ from, to }: Pick<Period, "from" | "to">): PeriodDays {
  const [start, end] = [from, to].map(endOf);
  return daysOfEnds(start?.written, end?.written);
}

/** The period of an event: from its first day to the day after its last, as far as they are known. */
export function periodOfEvent(date: PartialDate): Period {
  const { edtf, earliest, latest, written } = date;
  const spansDays = /^\d{4}-\d{2}-\d{2}\/\d{4}-\d{2}-\d{2}$/.test(edtf);
  if (spansDays) return periodFrom(earliest, dayAfter(latest));
  const [first, last] = [dayAfter(written.earliest), dayAfter(written.latest)];
  const hedge = /[?~%]$/.exec(edtf)?.[0] ?? "";
  const period = periodFrom(edtf, first === last ? `${first}${hedge}` : `${first}/${last}`);
  // An event of a day is over on the day after, whichever day it is.
  return { ...period, toEarliest: dayAfter(earliest), toLatest: dayAfter(latest) };
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

/** Whether there is a day on which both periods may hold; of claims, asked of the days as they are written. */
export function mayOverlap(a: PeriodDays, b: PeriodDays): boolean {
  return a.fromEarliest < b.toLatest && b.fromEarliest < a.toLatest;
}

function endOf(text: string | null): PartialDate | null {
  return text === null || text === ".." ? null : parsePartialDate(text);
}

function daysOfEnds(from: DaySpan | null | undefined, to: DaySpan | null | undefined): PeriodDays {
  return {
    fromEarliest: from?.earliest ?? FIRST_DAY,
    fromLatest: from?.latest ?? LAST_DAY,
    toEarliest: to?.earliest ?? LAST_DAY,
    toLatest: to?.latest ?? LAST_DAY,
  };
}

/** The days of a hedged date as it is written; null for one without a hedge. */
function hedged(date: PartialDate | null): DaySpan | null {
  if (date === null) return null;
  const isHedged = date.isLastHedged || date.written.earliest !== date.earliest;
  return isHedged ? date.written : null;
}

/** From the earliest day to the first on which the date has come for certain: where it is hedged, the day after its latest. */
function sureSpan({ earliest, latest, isLastHedged }: PartialDate): DaySpan {
  return { earliest, latest: isLastHedged ? dayAfter(latest) : latest };
}
