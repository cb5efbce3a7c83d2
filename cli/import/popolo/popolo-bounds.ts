import { dayAfter } from "../../../src/domain/time/day.ts";
import type { PartialDate } from "../../../src/domain/time/partial-date.ts";
import { boundingDate, daysFrom, type Written } from "./popolo-date.ts";
import type { PopoloAgent } from "./popolo-shape.ts";

/** The first day of something and the first day without it, as far as they are known. */
export interface Bounds {
  start: PartialDate | null;
  end: PartialDate | null;
}

/** A Popolo entry that has a start and an end: a membership, a post, an event. */
export interface Dated {
  start_date?: Written;
  end_date?: Written;
}

/** The days of a term or a post. Their end is read as that of a membership is: the first day without. */
export function boundsOf({ start_date, end_date }: Dated = {}): Bounds {
  return { start: boundingDate(start_date), end: boundingDate(end_date) };
}

/** The days of a person or an organization, who may hold and be held office in on the last of them still. */
export function lifeOf(agent: PopoloAgent | undefined): Bounds {
  if (agent === undefined) return { start: null, end: null };
  const { birth_date, death_date, founding_date, dissolution_date } = agent;
  const last = boundingDate(death_date ?? dissolution_date);
  return {
    start: boundingDate(birth_date ?? founding_date),
    end: last && daysFrom(dayAfter(last.earliest), dayAfter(last.latest)),
  };
}

/** Whether an event is a term. An election is none: whoever is elected in it does not leave with it. */
export function isTerm({ classification }: { classification?: string | undefined }): boolean {
  return !/\belections?\b/i.test(classification ?? "");
}
