import { dayAfter, FIRST_DAY, LAST_DAY } from "../../src/domain/time/day.ts";
import { mayOverlap, periodFrom, type Period } from "../../src/domain/time/period.ts";

/** The two ends of a period as a change set writes them. */
export interface Ends {
  from: string | null;
  to: string | null;
}

/** The end, or, where it does not come after the start, some day after the start: the source contradicts itself. */
export function endAfter(from: string | null, to: string | null): string | null {
  if (to === null) return null;
  const start = periodFrom(from, null);
  const end = periodFrom(null, to);
  return start.fromEarliest < end.toLatest ? to : `${dayAfter(start.fromEarliest)}/..`;
}

/**
 * What a source says of one actor in one alliance more than once: spells that may overlap become
 * one whose ends are as wide as the source's words differ, in order of their starts.
 */
export function merged(spells: readonly Ends[]): Ends[] {
  const sorted = spells
    .map(({ from, to }) => periodFrom(from, to))
    .toSorted((a, b) => compare(a.fromEarliest, b.fromEarliest) || compare(a.toLatest, b.toLatest));
  const result: Period[] = [];
  for (const spell of sorted) {
    const last = result.at(-1);
    if (last !== undefined && mayOverlap(last, spell)) result[result.length - 1] = union(last, spell);
    else result.push(spell);
  }
  return result.map(({ from, to }) => ({ from, to }));
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
