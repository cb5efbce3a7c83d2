import { type Day, dayAfter, FIRST_DAY, LAST_DAY } from "../../../src/domain/time/day.ts";
import { type PartialDate, parsePartialDate } from "../../../src/domain/time/partial-date.ts";
import type { Ends } from "../spell.ts";
import type { Bounds } from "./popolo-bounds.ts";
import { daysFrom } from "./popolo-date.ts";

const UNKNOWN = parsePartialDate("..");

/**
 * When an office was held. What is written of the membership holds, whatever else the file says. What it leaves out is
 * that of its term, which files write once and not with each member. The lives of the person, the body and the post
 * cut a term short; without a term they are only the most that the office can have been.
 */
export function officePeriod(written: Bounds, term: Bounds, lives: readonly Bounds[]): Ends {
  const start = written.start ?? startWithin(term, lives, written.end ?? term.end ?? UNKNOWN);
  const end = written.end === null ? endWithin(term, lives, start) : afterStart(written.end, start);
  return { from: start === UNKNOWN ? null : start.edtf, to: end === UNKNOWN ? null : end.edtf };
}

/** The start of the term, or of what began later. What did not begin before the end contradicts it, and is left out. */
function startWithin(term: Bounds, lives: readonly Bounds[], end: PartialDate): PartialDate {
  let start = term.start !== null && term.start.earliest <= end.latest ? term.start : UNKNOWN;
  for (const { start: life } of lives) {
    if (life === null || life.earliest >= end.latest) continue;
    if (life.earliest > start.earliest || life.latest > start.latest)
      start = daysFrom(later(life.earliest, start.earliest), later(life.latest, start.latest));
  }
  return start;
}

/** The end of the term, or of what ended sooner; without a term's, some day up to that. What ended before the start contradicts it, and is left out. */
function endWithin(term: Bounds, lives: readonly Bounds[], start: PartialDate): PartialDate {
  const first = start.earliest === FIRST_DAY ? FIRST_DAY : dayAfter(start.earliest);
  const isLater = ({ latest }: PartialDate) => latest >= start.earliest;
  let end = term.end !== null && isLater(term.end) ? afterStart(term.end, start) : UNKNOWN;
  for (const { end: written } of lives) {
    if (written === null || !isLater(written)) continue;
    const life = afterStart(written, start);
    if (life.earliest < end.earliest || life.latest < end.latest)
      end = daysFrom(later(first, sooner(life.earliest, end.earliest)), sooner(life.latest, end.latest));
  }
  // Where all of it was over before the start, the file contradicts itself, but not in that the office has ended.
  const hasEnded = [term, ...lives].some((bounds) => bounds.end !== null);
  return end === UNKNOWN && hasEnded ? daysFrom(first, LAST_DAY) : end;
}

/** An end as the first day without. Where it is the day of the start, it was held on that one day. */
function afterStart(end: PartialDate, start: PartialDate): PartialDate {
  return end.latest === start.earliest ? daysFrom(dayAfter(end.latest), dayAfter(end.latest)) : end;
}

function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}

function sooner(a: Day, b: Day): Day {
  return a < b ? a : b;
}
