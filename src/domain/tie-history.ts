import { dayAfter, type Day, LAST_DAY } from "./time/day.ts";
import { holdsOn, type LastingDays } from "./time/period.ts";
import type { Certainty, MembershipRole } from "./vocabulary.ts";

/** A status that an alliance had for a time, of those that count. */
export interface PastStatus extends LastingDays {
  id: number;
}

/** That an actor took part in an alliance for a time. */
export interface PastMembership extends LastingDays {
  membership: number;
  actor: number;
  role: MembershipRole;
}

/** Days in a row on which an actor's tie to an alliance is the same: [from, to). */
export interface Stretch {
  from: Day;
  to: Day;
  membership: number;
  role: MembershipRole;
  certainty: Certainty;
}

/** The days [from, to) that are looked at, and how sure a tie has to be. */
export interface Span {
  from: Day;
  to: Day;
  certainty: Certainty;
}

/**
 * How the ties of one alliance were over a span, by the actors: on each day as the network of that day has it. All is the same between
 * two days that any of the facts names, so that only the first of these is worked out.
 */
export function stretchesOf(
  statuses: readonly PastStatus[],
  memberships: readonly PastMembership[],
  span: Span,
  focus?: number,
): Map<number, Stretch[]> {
  const ofActors = Map.groupBy(memberships, ({ actor }) => actor);
  const around = focus === undefined ? undefined : (ofActors.get(focus) ?? []);
  const shared = [...turnsOf(statuses), ...turnsOf(around ?? [])];
  const statusOn = keep((day: Day) => statusOf(statuses, day, span.certainty));
  const isAround = keep(
    (day: Day) => around === undefined || tieOf(around, statusOn(day), day, span.certainty) !== null,
  );
  const stretches = new Map<number, Stretch[]>();
  for (const [actor, own] of ofActors) {
    const found: Stretch[] = [];
    const days = daysIn(span, [...shared, ...turnsOf(own)]);
    for (const [place, from] of days.entries()) {
      const tie = isAround(from) ? tieOf(own, statusOn(from), from, span.certainty) : null;
      if (tie === null) continue;
      const last = found.at(-1);
      const to = days[place + 1] ?? span.to;
      const goesOn = last?.to === from && last.membership === tie.membership && last.certainty === tie.certainty;
      if (goesOn) last.to = to;
      else found.push({ from, to, ...tie });
    }
    if (found.length > 0) stretches.set(actor, found);
  }
  return stretches;
}

/** Of what may hold alike the surest by its dates counts, then the latest begun. */
function statusOf(statuses: readonly PastStatus[], day: Day, certainty: Certainty): PastStatus | null {
  const byDates = (status: PastStatus) => Number(status.fromLatest <= day && day < status.toEarliest);
  const [first] = statuses
    .filter((status) => isSoSure(status, day, certainty))
    .toSorted((a, b) => byDates(b) - byDates(a) || compare(b.fromEarliest, a.fromEarliest) || a.id - b.id);
  return first ?? null;
}

/** The surest of an actor's memberships counts, then the one first entered. */
function tieOf(own: readonly PastMembership[], status: PastStatus | null, day: Day, asked: Certainty) {
  if (status === null) return null;
  const isStatusSure = holdsOn(status, day) === "CERTAIN";
  const [first] = own
    .filter((membership) => isSoSure(membership, day, asked))
    .map((row) => ({
      membership: row.membership,
      role: row.role,
      certainty: isStatusSure && holdsOn(row, day) === "CERTAIN" ? ("CERTAIN" as const) : ("POSSIBLE" as const),
    }))
    .toSorted((a, b) => compare(a.certainty, b.certainty) || a.membership - b.membership);
  return first ?? null;
}

function isSoSure(fact: LastingDays, day: Day, asked: Certainty): boolean {
  const certainty = holdsOn(fact, day);
  return certainty === "CERTAIN" || (certainty === "POSSIBLE" && asked === "POSSIBLE");
}

/** The days on which anything about the facts may turn. */
function turnsOf(facts: readonly LastingDays[]): Day[] {
  return facts.flatMap((fact) => {
    const { fromEarliest, fromLatest, toEarliest, toLatest, attestedUntil, readOn } = fact;
    const horizons = [attestedUntil, readOn].filter((day) => day != null).map(dayAfter);
    return [fromEarliest, fromLatest, toEarliest, toLatest, ...horizons];
  });
}

function daysIn({ from, to }: Span, days: readonly Day[]): Day[] {
  return [...new Set([from, ...days.filter((day) => from < day && day < to && day !== LAST_DAY)])].toSorted(compare);
}

/** A function of the day that is worked out once for each. */
function keep<T>(of: (day: Day) => T): (day: Day) => T {
  const known = new Map<Day, T>();
  return (day) => {
    if (!known.has(day)) known.set(day, of(day));
    return known.get(day)!;
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
