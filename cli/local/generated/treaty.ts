/**
 * What generated treaty n is, and who is a party to it and when: a pure function of the seed and n. How many parties treaties
 * have, when they were made and how many ended is as in a register of 3,622 treaties and 111,000 memberships (manytreaties).
 */
import { type Period, periodFrom } from "../../../src/domain/time/period.ts";
import type { AllianceKind, AllianceStatusCode, MembershipRole, Rank } from "../../../src/domain/vocabulary.ts";
import { chosen, draw, isoDay } from "./draw.ts";

/** How many states may be parties to treaties: some more than the largest treaty has. */
export const STATES = 200;
/** How many treaties one register tells of. */
export const TREATIES_TO_A_REGISTER = 100;

interface Claim {
  key: string;
  period: Period;
  rank: Rank;
}

export interface GeneratedMembership extends Claim {
  /** From 0 to STATES - 1; the first are parties to the most treaties. */
  state: number;
  role: MembershipRole;
}

export interface GeneratedTreaty {
  slug: string;
  name: string;
  kind: AllianceKind;
  statuses: (Claim & { code: AllianceStatusCode })[];
  memberships: GeneratedMembership[];
}

/** The number of parties: the share of treaties, and between what and what. */
const SIZES = [
  [0.547, 2, 2],
  [0.108, 3, 5],
  [0.083, 6, 10],
  [0.064, 11, 20],
  [0.068, 21, 50],
  [0.039, 51, 100],
  [0.026, 101, 150],
  [0.065, 151, 198],
] as const;
/** The share of treaties made in some years, and these. */
const YEARS = [
  [0.015, 1945, 1949],
  [0.03, 1950, 1959],
  [0.05, 1960, 1969],
  [0.09, 1970, 1979],
  [0.1, 1980, 1989],
  [0.26, 1990, 1999],
  [0.29, 2000, 2009],
  [0.145, 2010, 2019],
  [0.02, 2020, 2025],
] as const;
const KINDS = [
  [0.93, "TREATY"],
  [0.02, "DEFENCE_PACT"],
  [0.02, "DIALOGUE"],
  [0.01, "RECIPROCAL_ACCESS"],
  [0.01, "NON_AGGRESSION"],
  [0.01, "TECHNOLOGY_PACT"],
] as const;
const YEAR = 365;
const LAST = Date.UTC(2025, 11, 31) / 86_400_000;

type Draw = (which: number) => number;

/** Treaties one after another until they have so many memberships; the last may be cut short. */
export function* generatedTreaties(seed: number, memberships: number): Generator<GeneratedTreaty> {
  let left = memberships;
  for (let n = 0; left > 0; n++) {
    const treaty = generatedTreaty(seed, n);
    yield { ...treaty, memberships: treaty.memberships.slice(0, left) };
    left -= treaty.memberships.length;
  }
}

export function generatedTreaty(seed: number, n: number): GeneratedTreaty {
  const of: Draw = (which) => draw(seed, n, 1000 + which);
  const slug = `generated-treaty-${n}`;
  const [, least, most] = chosen(SIZES, of(0));
  const parties = least + Math.floor(of(1) * (most - least + 1));
  const [, first, last] = chosen(YEARS, of(2));
  const year = first + Math.floor(of(3) * (last - first + 1));
  const signed = Math.min(LAST - 1, Date.UTC(year, 0, 1) / 86_400_000 + Math.floor(of(4) * YEAR));
  const ended = of(5) < 0.24 ? within(signed, of(6), 40) : null;
  return {
    slug,
    name: `Generated Treaty ${n}`,
    kind: chosen(KINDS, of(7))[1],
    statuses: statusesOf(slug, { signed, ended }, of),
    memberships: statesOf(parties, of).flatMap((state) =>
      membershipsOf(slug, state, { signed, ended, isOfTwo: parties === 2 }, (which) => of(1000 + 20 * state + which)),
    ),
  };
}

/** Most came into force, at once or within three years; some of which it is not known when. */
function statusesOf(
  slug: string,
  { signed, ended }: { signed: number; ended: number | null },
  of: Draw,
): GeneratedTreaty["statuses"] {
  const inForce = of(10) < 0.12 ? null : within(signed, of(11) ** 2, 3);
  const status = (
    code: AllianceStatusCode,
    from: number,
    to: number | null,
    rank: Rank = "NORMAL",
    name: string = code,
  ) => ({
    key: `${slug}/${name.toLowerCase()}`,
    code,
    period: between(from, to, of(12)),
    rank,
  });
  const statuses = [status("SIGNED", signed, ended)];
  if (inForce !== null && (ended === null || inForce < ended)) {
    statuses.push(status("IN_FORCE", inForce, ended));
    // Another source has it later, and is believed.
    if (of(13) < 0.01)
      statuses.push(status("IN_FORCE", inForce + 1, ended === null ? null : ended + 1, "PREFERRED", "other"));
  }
  if (ended !== null) statuses.push(status("TERMINATED", ended, null));
  return statuses;
}

/** So many states, the first the likeliest: the least of exponential draws, each divided by the weight of its state. */
function statesOf(count: number, of: Draw): number[] {
  const keys = Array.from({ length: STATES }, (_, state) => ({
    state,
    key: -Math.log(1 - of(100 + state)) * (state + 1) ** 0.8,
  }));
  return keys
    .toSorted((a, b) => a.key - b.key)
    .slice(0, count)
    .map(({ state }) => state);
}

interface Span {
  signed: number;
  ended: number | null;
  isOfTwo: boolean;
}

/** Where there are more than two, some accede later, some sign and ratify later or never, some leave, a few of them for a time. */
function membershipsOf(slug: string, state: number, { signed, ended, isOfTwo }: Span, of: Draw): GeneratedMembership[] {
  const made: GeneratedMembership[] = [];
  const end = ended ?? LAST;
  const add = (role: MembershipRole, from: number, to: number | null, rank: Rank = "NORMAL") => {
    const period = between(from, to, of(made.length));
    made.push({ key: `${slug}/${state}/${made.length}`, state, role, period, rank });
  };
  const joined = isOfTwo || of(4) < 0.6 ? signed : Math.min(end - 1, within(signed, of(5) ** 2, 20));
  const ratified = isOfTwo || of(6) < 0.7 ? joined : Math.min(end - 1, within(joined, of(7), 6));
  if (ratified > joined) add("APPLICANT", joined, of(8) < 0.3 ? ended : ratified);
  if (ratified > joined && of(8) < 0.3) return made;
  const left = !isOfTwo && of(9) < 0.1 ? within(ratified, of(10), 30) : null;
  if (left === null || left >= end) {
    add("MEMBER", ratified, ended);
  } else {
    add("MEMBER", ratified, left);
    const back = within(left, of(11), 10);
    if (of(12) < 0.2 && back < end) add("MEMBER", back, ended);
  }
  // Sources disagree: a claim that is believed more than the first, or one that is believed no more.
  if (of(13) < 0.01) add("MEMBER", ratified + 30, left ?? ended ?? null, "PREFERRED");
  else if (of(13) < 0.02) add("MEMBER", ratified - YEAR, left ?? ended ?? null, "DEPRECATED");
  return made.filter(({ period }) => period.fromEarliest < period.toLatest);
}

/** A day after another, within some years, and before the last of all. */
function within(day: number, uniform: number, years: number): number {
  return Math.min(LAST, day + 1 + Math.floor(uniform * years * YEAR));
}

/** Of nine in ten the start is known to the day, of some to the month or year, of a few not at all. */
function between(from: number, to: number | null, uniform: number): Period {
  const day = isoDay(from);
  const start = uniform < 0.9 ? day : uniform < 0.94 ? day.slice(0, 7) : uniform < 0.985 ? day.slice(0, 4) : null;
  return periodFrom(start, to === null ? null : isoDay(Math.max(to, from + 1)));
}
