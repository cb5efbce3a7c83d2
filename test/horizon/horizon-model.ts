import { type Day, dayOf } from "../../src/domain/time/day.ts";
import { parsePartialDate } from "../../src/domain/time/partial-date.ts";
import { periodFrom } from "../../src/domain/time/period.ts";
import { type Fact, membershipsIn, type State, statusesIn, type Step } from "./fact.ts";

const NEVER = "0001-01-01";
const FOR_EVER = "9999-12-31";
const LADDER = ["PROPOSED", "NEGOTIATING", "AGREED", "SIGNED", "RATIFIED", "IN_FORCE"];

export function dayBefore(day: Day): Day {
  return dayOf(Date.parse(day) - 86_400_000);
}

export const takesPart = (role: string): boolean => role === "MEMBER" || role === "CONTRIBUTING_PARTICIPANT";

/** What is known after a revision: horizons of what it writes are worked out, all others stay. */
export function after(before: State, { on, articles, facts, gone }: Step): State {
  const state: State = {
    on,
    articles: new Map([...before.articles, ...articles.map((one) => [one.slug, one] as const)]),
    facts: new Map(
      [...before.facts, ...facts.map((one) => [one.key, one] as const)].filter(([key]) => !gone.includes(key)),
    ),
    horizons: new Map(),
  };
  const written = new Set(
    facts.filter((one) => saidOf(one) !== saidOf(before.facts.get(one.key))).map(({ key }) => key),
  );
  const touched = new Set(
    [...written, ...gone].flatMap((key) => {
      const fact = state.facts.get(key) ?? before.facts.get(key);
      return fact === undefined || fact.list === "offices" ? [] : [fact.alliance];
    }),
  );
  const isToBeWorkedOut = (fact: Fact) =>
    written.has(fact.key) ||
    (fact.list === "memberships" &&
      touched.has(fact.alliance) &&
      (partiesOf(before, fact.alliance) === 2 || partiesOf(state, fact.alliance) === 2));
  const horizons = [...state.facts.values()].map((fact): [string, Day] => [
    fact.key,
    isToBeWorkedOut(fact) ? horizonOf(fact, state) : before.horizons.get(fact.key)!,
  ]);
  return { ...state, horizons: new Map(horizons) };
}

/** What is said of a fact, the same text for the same: `..` is as good as nothing. */
function saidOf(fact: Fact | undefined): string | undefined {
  const isSaid = ([, value]: [string, unknown]) => value != null && value !== "..";
  return JSON.stringify(
    Object.entries(fact ?? {})
      .filter(isSaid)
      .toSorted(byName),
  );
}

function partiesOf(state: State, alliance: string): number {
  const parties = membershipsIn(state).filter((one) => one.alliance === alliance && takesPart(one.role));
  return new Set(parties.map(({ actor }) => actor)).size;
}

/** The latest day for which anything bears a fact without an end out, or else the last day of its start. */
function horizonOf(fact: Fact, state: State): Day {
  if (!isOpen(fact)) return FOR_EVER;
  const days = evidenceOf(fact, state);
  if (fact.list === "memberships" && takesPart(fact.role) && partiesOf(state, fact.alliance) === 2) {
    const statuses = statusesIn(state).filter(
      (one) => one.alliance === fact.alliance && isOpen(one) && one.rank !== "DEPRECATED" && LADDER.includes(one.code),
    );
    days.push(...statuses.flatMap((status) => evidenceOf(status, state)));
  }
  return days.toSorted().at(-1) ?? lastDayOfStart(fact);
}

function isOpen({ to }: Fact): boolean {
  return to == null || to === "..";
}

function evidenceOf({ attestedOn, citations }: Fact, { articles }: State): Day[] {
  const cited = citations.map(({ article }) => articles.get(article)!);
  const days = cited.flatMap(({ publishedOn, consultedOn }) => [
    publishedOn === undefined ? NEVER : parsePartialDate(publishedOn).earliest,
    consultedOn ?? NEVER,
  ]);
  return [attestedOn ?? NEVER, ...days].filter((day) => day > NEVER);
}

function lastDayOfStart({ from }: Fact): Day {
  const { fromLatest } = periodFrom(from ?? null, null);
  if (fromLatest === FOR_EVER) return NEVER;
  return /[?~%]$/.test(from!) ? dayBefore(fromLatest) : fromLatest;
}

function byName([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}
