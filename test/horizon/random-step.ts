import { type Day, dayOf } from "../../src/domain/time/day.ts";
import { mayOverlap, PeriodError, periodFrom, writtenDays } from "../../src/domain/time/period.ts";
import { allianceStatusCodes, membershipRoles, valuesOf } from "../../src/domain/vocabulary.ts";
import type { Draw } from "../random/draw.ts";
import { type ArticleEntry, type Fact, type State, type Step } from "./fact.ts";

export const STATES = ["japan", "australia", "fiji", "tonga"];
export const PERSONS = ["fumio-kishida", "anthony-albanese"];
export const ALLIANCES = ["pair", "bloc"];
const ARTICLES = ["dated", "undated", "consulted", "both", "coarse"];

const HEDGES = ["", "", "", "?", "~", "%"];

/** Random days and dates of some years, close together, so that much lies on one boundary. */
function dates({ integer, oneOf, chance }: Draw, [first, last]: readonly [number, number]) {
  const day = (): Day => dayOf(Date.UTC(integer(first, last), oneOf([0, 0, 1, 11]), oneOf([1, 1, 2, 15, 28])));
  const simple = () => day().slice(0, oneOf([4, 7, 10, 10, 10]));
  const partial = (): string => {
    if (chance(70)) return `${simple()}${oneOf(HEDGES)}`;
    if (chance(30)) return oneOf(["..", `../${day()}`, "201X", "2021-XX", `${day()}/..`]);
    const [a, b] = [day(), day()].toSorted() as [Day, Day];
    return a === b ? a : `${a}/${b}${oneOf(HEDGES)}`;
  };
  return { day, partial };
}

/** A revision on a day: new facts, others said anew, articles edited and facts taken out, none of it refused. */
export function randomStep(draw: Draw, before: State, on: Day): Step {
  const { integer, chance, oneOf, several } = draw;
  const { day, partial } = dates(draw, [2018, 2024]);
  const [start, end] = [dates(draw, [2018, 2021]).partial, dates(draw, [2020, 2024]).partial];
  const isFirst = before.articles.size === 0;
  const articles = (isFirst ? ARTICLES : ARTICLES.filter(() => chance(30))).map(article);
  const gone = [...before.facts.keys()].filter(() => chance(12));
  const said = new Map<string, Fact>();

  const known = () => [...new Map([...before.facts, ...said]).values()].filter(({ key }) => !gone.includes(key));
  for (let left = isFirst ? integer(8, 16) : integer(1, 5); left > 0; left--) {
    const present = known();
    const fact = present.length > 0 && chance(isFirst ? 0 : 50) ? anew(oneOf(present)) : made(`fact/${on}/${left}`);
    if (known().every((other) => !isRefusedBeside(fact, other))) said.set(fact.key, fact);
  }
  for (const fact of said.values()) said.set(fact.key, attested(fact));
  return { on, articles, facts: [...said.values()], gone: gone.filter((key) => !said.has(key)) };

  function article(slug: string): ArticleEntry {
    return {
      slug,
      ...(slug !== "undated" && slug !== "consulted" && { publishedOn: slug === "coarse" ? partial() : day() }),
      ...((slug === "consulted" || slug === "both") && { consultedOn: notAfter(on) }),
    };
  }

  function notAfter(last: Day): Day {
    const one = day();
    return one > last ? last : one;
  }

  function made(key: string): Fact {
    const lasting = {
      key,
      ...spell(),
      rank: oneOf(["NORMAL", "NORMAL", "PREFERRED", "DEPRECATED"] as const),
      citations: cited(),
    };
    const alliance = oneOf(ALLIANCES);
    const sort = oneOf(["memberships", "memberships", "memberships", "statuses", "statuses", "offices"] as const);
    switch (sort) {
      case "memberships": {
        const actor = oneOf(alliance === "pair" && chance(85) ? STATES.slice(0, 2) : STATES);
        const role = chance(75) ? "MEMBER" : oneOf(valuesOf(membershipRoles));
        return { list: sort, ...lasting, alliance, actor, role };
      }
      case "statuses":
        return {
          list: sort,
          ...lasting,
          alliance,
          code: chance(50) ? "IN_FORCE" : oneOf(valuesOf(allianceStatusCodes)),
        };
      case "offices":
        return {
          list: sort,
          ...lasting,
          person: oneOf(PERSONS),
          body: oneOf(STATES.slice(0, 2)),
          title: oneOf(["Envoy", "Minister"]),
        };
    }
  }

  /** The same fact with other dates, citations, rank or attestation. */
  function anew(fact: Fact): Fact {
    const changes = oneOf([spell(), { citations: cited() }, { rank: oneOf(["NORMAL", "PREFERRED"] as const) }]);
    const { attestedOn: _, ...kept } = fact;
    if ("citations" in changes || "rank" in changes) return { ...kept, ...changes };
    const { from: __, to: ___, ...rest } = kept;
    return { ...rest, ...changes };
  }

  function cited() {
    return [...new Set(several(1, 2, () => oneOf(ARTICLES)))].map((slug) => ({ article: slug }));
  }

  function spell() {
    for (;;) {
      const ends = { ...(chance(85) && { from: start() }), ...(chance(35) && { to: end() }) };
      if (isPeriod(ends)) return ends;
    }
  }

  /** Now and then with a day on which somebody looked, where that may be. */
  function attested(fact: Fact): Fact {
    const earliest = periodFrom(fact.from ?? null, null).fromEarliest;
    const attestedOn = notAfter(on);
    const isOpen = fact.to == null || fact.to === "..";
    if (!isOpen || attestedOn < earliest || chance(65)) return fact;
    const later = known().some(
      (one) =>
        one.list === "statuses" && fact.list === "statuses" && one.alliance === fact.alliance && one.key !== fact.key,
    );
    return later ? fact : { ...fact, attestedOn };
  }
}

function isPeriod({ from, to }: { from?: string; to?: string }): boolean {
  try {
    return periodFrom(from ?? null, to ?? null) !== null;
  } catch (error) {
    if (error instanceof PeriodError) return false;
    throw error;
  }
}

/** Facts of one subject and rank may not overlap. */
function isRefusedBeside(fact: Fact, other: Fact): boolean {
  const days = ({ from = null, to = null }: Fact) => writtenDays({ from, to });
  return (
    other.key !== fact.key &&
    other.rank === fact.rank &&
    fact.list !== "offices" &&
    seriesOf(other) === seriesOf(fact) &&
    mayOverlap(days(fact), days(other))
  );
}

function seriesOf(fact: Fact): string {
  return fact.list === "memberships"
    ? [fact.alliance, fact.actor, fact.role].join()
    : fact.list === "statuses"
      ? [fact.alliance, fact.code].join()
      : "";
}
