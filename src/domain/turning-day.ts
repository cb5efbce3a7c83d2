import type { Day } from "./time/day.ts";
import type { Stretch } from "./tie-history.ts";

/** What became of one tie: null where there was none before, or is none after. */
export interface TieChange<T> {
  tie: T;
  before: Stretch | null;
  after: Stretch | null;
}

export interface TurningDay<T> {
  day: Day;
  changes: TieChange<T>[];
}

/** The days of [from, to) on which any of the ties is not as on the day before, each with all that changed, in the order of the ties. */
export function turningDaysOf<T extends { stretches: readonly Stretch[] }>(
  ties: readonly T[],
  { from, to }: { from: Day; to: Day },
): TurningDay<T>[] {
  const days = new Map<Day, TieChange<T>[]>();
  const note = (day: Day, change: TieChange<T>) => {
    if (day < from || day >= to) return;
    const changes = days.get(day);
    if (changes === undefined) days.set(day, [change]);
    else changes.push(change);
  };
  for (const tie of ties) {
    for (const [place, stretch] of tie.stretches.entries()) {
      const [previous, next] = [tie.stretches[place - 1], tie.stretches[place + 1]];
      note(stretch.from, { tie, before: previous?.to === stretch.from ? previous : null, after: stretch });
      if (next?.from !== stretch.to) note(stretch.to, { tie, before: stretch, after: null });
    }
  }
  return [...days]
    .map(([day, changes]) => ({ day, changes }))
    .toSorted((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)));
}
