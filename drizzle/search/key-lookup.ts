import { type SQL, sql } from "drizzle-orm";
import type { ActorType } from "../../src/domain/vocabulary.ts";
import type { Database } from "../client/database.ts";

/** Where a key leads: an id, a slug, a code, or an identifier of a register. */
export interface KeyRow {
  key: string;
  /** `id`, `slug`, `isoAlpha2`, `isoAlpha3`, or the scheme of the identifier. */
  via: string;
  /** Whether the key is written as it is stored, and not in another case or as a part of an address. */
  isVerbatim: 0 | 1;
  /** Whether the identifier is that of the organization which embodies the alliance. */
  isBorrowed: 0 | 1;
  id: number;
  /** Null for an alliance. */
  actorType: ActorType | null;
  name: string;
  description: string | null;
}

/** A key as it is looked up, beside the key as it was given. */
export interface SoughtKey {
  key: string;
  text: string;
  isVerbatim: boolean;
}

/** The row that a global id names. */
export interface SoughtId {
  key: string;
  /** Null for an alliance. */
  actorType: ActorType | null;
  id: number;
}

/** The actors and alliances of keys: one statement for however many, none for none. Merged ids and slugs lead to heirs. */
export async function lookUpKeys(
  database: Database,
  keys: readonly SoughtKey[],
  ids: readonly SoughtId[],
): Promise<KeyRow[]> {
  return keys.length + ids.length === 0 ? [] : database.all<KeyRow>(keysFound(keys, ids));
}

/** SQL: the schemes of identifiers, each looked up in the index after the one before. */
const SCHEMES = sql.raw(
  `select min(scheme) as scheme from identifiers union all select (select min(scheme) from identifiers where scheme > schemes.scheme) from schemes where schemes.scheme is not null`,
);

/** The registers that there are identifiers of, by name. */
export async function readSchemes(database: Database): Promise<string[]> {
  const rows = await database.all<{ scheme: string }>(
    sql`with recursive schemes(scheme) as (${SCHEMES}) select scheme from schemes where scheme is not null`,
  );
  return rows.map(({ scheme }) => scheme);
}

// D1 takes no more than five terms in one compound select.
function keysFound(keys: readonly SoughtKey[], ids: readonly SoughtId[]): SQL {
  const keyRows = JSON.stringify(keys.map(({ key, text, isVerbatim }) => [key, text, Number(isVerbatim)]));
  const idRows = JSON.stringify(ids.map(({ key, actorType, id }) => [key, actorType, id]));
  return sql`with recursive schemes(scheme) as (${SCHEMES}),
keys(sought, text, verbatim) as materialized (select value ->> 0, value ->> 1, value ->> 2 from json_each(${keyRows})),
ids(sought, type, number) as materialized (select value ->> 0, value ->> 1, value ->> 2 from json_each(${idRows})),
by_id(sought, via, verbatim, actor, alliance) as (
  select sought, 'id', 1, actors.id, null from ids cross join actors on actors.id = ids.number and actors.type = ids.type
  union all select sought, 'id', 1, actor_id, null from ids cross join redirects on former = ids.number where ids.type is not null
  union all select sought, 'id', 1, null, alliances.id from ids cross join alliances on alliances.id = ids.number where ids.type is null
),
by_slug as (
  select sought, 'slug', 1, actors.id, null from keys cross join actors on slug = text where verbatim
  union all select sought, 'slug', 1, actor_id, null from keys cross join redirects on slug = text where verbatim
  union all select sought, 'slug', 1, null, alliances.id from keys cross join alliances on slug = text where verbatim
),
identified as materialized (
  select sought, identifiers.scheme, verbatim, actor_id
  from schemes cross join keys cross join identifiers on identifiers.scheme = schemes.scheme and identifiers.value = text
),
by_code as (
  select sought, 'isoAlpha2', verbatim, actors.id, null from keys cross join actors on iso_alpha2 = text
  union all select sought, 'isoAlpha3', verbatim, actors.id, null from keys cross join actors on iso_alpha3 = text
  union all select sought, scheme, verbatim, actor_id, null from identified
  union all select sought, scheme, verbatim, null, alliances.id from identified join alliances on organization_id = actor_id
),
found as (select * from by_id union all select * from by_slug union all select * from by_code
)
select sought as key, via, max(verbatim) as "isVerbatim", alliance is not null and via not in ('id', 'slug') as "isBorrowed", coalesce(actor, alliance) as id, actors.type as "actorType",
  coalesce(actors.name, alliances.name) as name, iif(actor is null, alliances.description, actors.description) as description
from found left join actors on actors.id = actor left join alliances on alliances.id = alliance
group by sought, via, actor, alliance`;
}
