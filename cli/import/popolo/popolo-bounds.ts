import { dayAfter } from "../../../src/domain/time/day.ts";
import type { PartialDate } from "../../../src/domain/time/partial-date.ts";
import type { PopoloAgent } from "./popolo-actor.ts";
import { boundingDate, daysFrom, type Written } from "./popolo-date.ts";

/** The first day of something and the first day without it, as far as they are known. */
export interface Bounds {
  start: PartialDate | null;
  end: PartialDate | null;
}

/** What Popolo dates by a start and an end: a membership, a post, an event. */
export interface Dated {
  start_date?: Written;
  end_date?: Written;
}

/** An event of Popolo: a term, where a membership names it as its legislative period. */
export interface PopoloEvent extends Dated {
  id?: string;
  classification?: string | null;
}

/** The days of a term or a post. Their end is read as that of a membership is: the first day without. */
export function boundsOf({ start_date, end_date }: Dated = {}): Bounds {
  return { start: boundingDate(start_date), end: boundingDate(end_date) };
}

/** The days of a person or an organization, who may hold and be held office in on the last of them still. */
export function lifeOf({ birth_date, death_date, founding_date, dissolution_date }: PopoloAgent = {}): Bounds {
  const last = boundingDate(death_date ?? dissolution_date);
  return {
    start: boundingDate(birth_date ?? founding_date),
    end: last && daysFrom(dayAfter(last.earliest), dayAfter(last.latest)),
  };
}

/** The terms among events. An election is none: whoever is elected in it does not leave with it. */
export function termsAmong(events: readonly PopoloEvent[]): PopoloEvent[] {
  return events.filter(({ classification }) => !/\belections?\b/i.test(classification ?? ""));
}
