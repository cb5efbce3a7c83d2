import { type SQL, sql } from "drizzle-orm";
import { LEAST_LIKENESS, likeness, wanted } from "../../src/domain/text/name/name-similarity.ts";
import { nameExpression } from "../../src/domain/text/name/name-term.ts";
import type { ActorType } from "../../src/domain/vocabulary.ts";
import type { Database } from "../client/database.ts";
import { entryNumber } from "./indexed.ts";
import { type NamePlace, namePlaces } from "./name-number.ts";

/** An actor or alliance that a name may mean. */
export interface NameMatch {
  /** Its row in the full-text index: see `searchEntries`. */
  entry: number;
  id: number;
  /** Null for an alliance. */
  actorType: ActorType | null;
  /** The name that it is shown by. */
  name: string;
  /** Its name or alias that fits best, and how well: from 0 to 1. */
  matched: string;
  score: number;
  exact: boolean;
}

/** Which of the two a name may mean. */
export interface NameScope {
  actors: boolean;
  alliances: boolean;
}

interface NameRow {
  place: number;
  matched: string;
  actorId: number | null;
  actorType: ActorType | null;
  actorName: string | null;
  allianceId: number | null;
  allianceName: string | null;
  /** Whether the name is the actor's own, and not that of the alliance which it embodies. */
  isActors: 0 | 1;
}

// Names of the same words rank first, so the very name is among so few.
const MOST_BY_WORDS = 60;
const MOST_BY_TRIGRAMS = 100;

/**
 * The actors and alliances that a name may mean, the likeliest first, each once: one statement
 * collects names that share words or trigrams with it, which are then compared one by one.
 */
export async function lookUpName(database: Database, name: string, scope: NameScope): Promise<NameMatch[]> {
  const statement = namesLike(name, scope);
  if (statement === null) return [];
  return rank(name, await database.all<NameRow>(statement), scope);
}

const PLACES = sql.raw(String(namePlaces.length));

/** SQL: the name stands at one of the places. */
function isAt(...places: NamePlace[]): SQL {
  const numbers = places.map((place) => namePlaces.indexOf(place)).join(", ");
  return sql`found.id % ${PLACES} in (${sql.raw(numbers)})`;
}

function namesLike(name: string, { actors, alliances }: NameScope): SQL | null {
  const { words, trigrams } = nameExpression(name);
  if (words === null || (!actors && !alliances)) return null;
  const byTrigrams =
    trigrams === null
      ? sql``
      : sql` union select * from (
  select rowid from name_triples where name_triples match ${trigrams} order by rank limit ${MOST_BY_TRIGRAMS}
)`;
  const inScope = sql.join(
    [...(actors ? [sql`actor.id is not null`] : []), ...(alliances ? [sql`alliance.id is not null`] : [])],
    sql` or `,
  );
  // What an alliance is called its organization is called too, and the other way round.
  return sql`with found(id) as materialized (select * from (
  select rowid from name_terms where name_terms match ${words} order by rank limit ${MOST_BY_WORDS}
)${byTrigrams})
select found.id % ${PLACES} as place,
  coalesce(alias.name, iif(${isAt("ACRONYM")}, named.acronym, named.name), bearer.name) as matched,
  actor.id as "actorId", actor.type as "actorType", actor.name as "actorName",
  alliance.id as "allianceId", alliance.name as "allianceName", bearer.id is not null as "isActors"
from found
left join aliases as alias on alias.id = iif(${isAt("ALIAS")}, found.id / ${PLACES}, null)
left join actors as bearer on bearer.id = iif(${isAt("ACTOR")}, found.id / ${PLACES}, alias.actor_id)
left join alliances as named on named.id = iif(${isAt("ALLIANCE", "ACRONYM")}, found.id / ${PLACES}, alias.alliance_id)
left join actors as actor on actor.id = coalesce(bearer.id, named.organization_id)
left join alliances as alliance on alliance.id = coalesce(named.id, (select id from alliances where organization_id = bearer.id))
where ${inScope}`;
}

function rank(name: string, rows: readonly NameRow[], { actors, alliances }: NameScope): NameMatch[] {
  const sought = wanted(name);
  const best = new Map<number, Candidate>();
  for (const { place, matched, actorId, actorType, actorName, allianceId, allianceName, isActors } of rows) {
    const { score, exact } = likeness(sought, matched, isActors ? actorType : null);
    if (score < LEAST_LIKENESS) continue;
    const fit = { matched, score, exact };
    if (actors && actorId !== null) {
      const entry = entryNumber("ACTOR", actorId);
      keep({ ...fit, entry, id: actorId, actorType, name: actorName!, place: isActors ? place : BORROWED });
    }
    if (alliances && allianceId !== null) {
      const entry = entryNumber("ALLIANCE", allianceId);
      keep({ ...fit, entry, id: allianceId, actorType: null, name: allianceName!, place: isActors ? BORROWED : place });
    }
  }
  return [...best.values()].toSorted(compare);

  function keep(candidate: Candidate): void {
    const before = best.get(candidate.entry);
    // Of U.K. and UK, which are the same, the one is told that was asked for.
    const isVerbatim = before !== undefined && candidate.score === before.score && candidate.matched === name;
    if (before === undefined || isVerbatim || (before.matched !== name && compare(candidate, before) < 0)) {
      best.set(candidate.entry, candidate);
    }
  }
}

interface Candidate extends NameMatch {
  place: number;
}

/** After the places of own names: a name of the organization that embodies an alliance, or of that alliance. */
const BORROWED = namePlaces.length;

/** The likelier first; of two as likely, actors before alliances, and what is so named before what is also so called. */
function compare(one: Candidate, other: Candidate): number {
  return (
    other.score - one.score ||
    Number(one.actorType === null) - Number(other.actorType === null) ||
    one.place - other.place ||
    one.entry - other.entry ||
    (one.matched < other.matched ? -1 : 1)
  );
}
