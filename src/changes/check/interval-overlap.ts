import { tryPartialDate } from "../../domain/time/partial-date.ts";
import {
  mayOverlap,
  type Period,
  PeriodError,
  type PeriodDays,
  periodFrom,
  periodOfEvent,
  writtenDays,
} from "../../domain/time/period.ts";
import type { Entries } from "../read/entry.ts";
import { type Fault, faultAt, type Place, within } from "../fault.ts";

/** A period of one series, within which no two may overlap. */
export interface Interval {
  /** Alliance, code and rank of a status; alliance, actor, role and rank of a membership; alliance, code, actor and rank of an obligation. */
  series: string;
  /** Of a status: the alliance's slug. */
  statusOf?: string;
  key: string;
  /** As its ends are written: what a hedge adds to them competes with nothing. */
  days: PeriodDays;
}

export const seriesOf = {
  status: (alliance: string, code: string, rank: string) => `${rank} status ${code} of ${alliance}`,
  membership: (alliance: string, actor: string, role: string, rank: string) =>
    `${rank} membership of ${actor} in ${alliance} as ${role}`,
  obligation: (alliance: string, code: string, actor: string | null | undefined, rank: string) =>
    `${rank} obligation ${code} of ${actor ?? "all members"} under ${alliance}`,
};

/** Faults of periods in themselves, and of statuses, memberships and obligations that overlap their like, here or among the loaded ones. */
export function periodFaults(entries: Entries, loaded: readonly Interval[]): Fault[] {
  const faults: Fault[] = [];
  const replaced = new Set(
    [...entries.allianceStatuses, ...entries.memberships, ...entries.obligations].map(({ name }) => name),
  );
  const intervals = Map.groupBy(
    loaded.filter(({ key }) => !replaced.has(key)),
    ({ series }) => series,
  );

  for (const { value, place } of entries.offices) period(value, place);
  for (const { name, value, place } of entries.allianceStatuses) {
    const ends = period(value, place);
    const series = seriesOf.status(value.alliance, value.code, value.rank ?? "NORMAL");
    if (ends) add({ series, key: name, days: writtenDays(ends) }, place);
  }
  for (const { name, value, place } of entries.memberships) {
    const ends = period(value, place);
    const series = seriesOf.membership(value.alliance, value.actor, value.role, value.rank ?? "NORMAL");
    if (ends) add({ series, key: name, days: writtenDays(ends) }, place);
  }
  for (const { name, value, place } of entries.obligations) {
    const ends = period(value, place);
    const series = seriesOf.obligation(value.alliance, value.code, value.actor, value.rank ?? "NORMAL");
    if (ends) add({ series, key: name, days: writtenDays(ends) }, place);
  }
  for (const { value, place } of entries.events) {
    const date = tryPartialDate(value.date);
    if (date !== null) attempt(() => periodOfEvent(date), within(place, "date"));
  }
  return faults;

  function period(
    { from, to }: { from?: string | null | undefined; to?: string | null | undefined },
    place: Place,
  ): Period | null {
    return attempt(() => periodFrom(from ?? null, to ?? null), within(place, to == null ? "from" : "to"));
  }

  function attempt(make: () => Period, place: Place): Period | null {
    try {
      return make();
    } catch (error) {
      if (!(error instanceof PeriodError)) throw error;
      faults.push(faultAt(place, error.message));
      return null;
    }
  }

  function add(interval: Interval, place: Place): void {
    const series = intervals.get(interval.series) ?? [];
    const other = series.find(({ days }) => mayOverlap(days, interval.days));
    if (other) faults.push(faultAt(place, `its period may overlap that of ${other.key}, also a ${interval.series}`));
    intervals.set(interval.series, [...series, interval]);
  }
}

/** What is wrong with the order of two dates that are right in themselves; null where nothing is. */
export function periodFault({ from, to }: { from: string; to: string }): string | null {
  try {
    periodFrom(from, to);
    return null;
  } catch (error) {
    if (error instanceof PeriodError) return error.message;
    throw error;
  }
}
