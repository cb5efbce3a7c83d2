import { dayAfter, FIRST_DAY, LAST_DAY } from "../../src/domain/time/day.ts";
import { mayOverlap, periodFrom, type Period, writtenDays } from "../../src/domain/time/period.ts";

/** The two ends of a period as a change set writes them. */
export interface Ends {
  from: string | null;
  to: string | null;
}

/** The end, or, where it does not come after the start, some day after the start: the source contradicts itself. */
export function endAfter(from: string | null, to: string | null): string | null {
  if (to === null) return null;
  const start = writtenDays({ from, to: null });
  const end = writtenDays({ from: null, to });
  return start.fromEarliest < end.toLatest ? to : `${dayAfter(start.fromEarliest)}/..`;
}

/**
 * What a source says of one actor in one alliance more than once: spells that may overlap become
 * one whose ends are as wide as the source's words differ, in order of their starts.
 */
export function merged(spells: readonly Ends[]): Ends[] {
  const sorted = spells
    .map((ends) => ({ ends, days: writtenDays(ends) }))
    .toSorted((a, b) => compare(a.days.fromEarliest, b.days.fromEarliest) || compare(a.days.toLatest, b.days.toLatest));
  const result: Period[] = [];
  for (const { ends } of sorted) {
    let spell = periodFrom(ends.from, ends.to);
    // A union has the days of hedges written out, and so may reach back into the spell before.
    for (let last = result.at(-1); last !== undefined && overlap(last, spell); last = result.at(-1)) {
      spell = union(last, spell);
      result.pop();
    }
    result.push(spell);
  }
  return result.map(({ from, to }) => ({ from, to }));
}

function overlap(a: Ends, b: Ends): boolean {
  return mayOverlap(writtenDays(a), writtenDays(b));
}

function union(a: Period, b: Period): Period {
  const from = a.from === b.from ? a.from : range([a.fromEarliest, b.fromEarliest], [a.fromLatest, b.fromLatest]);
  const to = a.to === b.to ? a.to : range([a.toEarliest, b.toEarliest], [a.toLatest, b.toLatest]);
  return periodFrom(from, to);
}

function range(earliest: string[], latest: string[]): string | null {
  const first = earliest.toSorted()[0] ?? FIRST_DAY;
  const last = latest.toSorted().at(-1) ?? LAST_DAY;
  if (first === FIRST_DAY && last === LAST_DAY) return null;
  return `${first === FIRST_DAY ? ".." : first}/${last === LAST_DAY ? ".." : last}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
