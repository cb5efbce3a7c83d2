import { type SQL, sql } from "drizzle-orm";
import type { Day } from "../../src/domain/time/day.ts";
import type { PastMembership, PastStatus } from "../../src/domain/tie-history.ts";
import type { ActorType, AllianceKind, AllianceStatusCode, MembershipRole } from "../../src/domain/vocabulary.ts";
import { decides } from "../claim/deciding.ts";
import { allianceStatuses, memberships } from "../tables/index.ts";
import { readOn } from "./as-of.ts";
import { takesPart } from "./takes-part.ts";

/** A row of `historyOn`. */
export interface HistoryRow {
  sort: "COUNT" | "FOCUS" | "READ" | "ALLIANCE" | "ACTOR";
  id: number | null;
  name: string | null;
  actorType: ActorType | null;
  statuses: string | null;
  memberships: string | null;
}

export interface HistoryAsked {
  /** The first day, and the day after the last. */
  from: Day;
  to: Day;
  statuses: readonly AllianceStatusCode[];
  kinds: readonly AllianceKind[] | null;
}

const daysOf = (table: typeof memberships | typeof allianceStatuses) =>
  sql`${table.fromEarliest}, ${table.fromLatest}, ${table.toEarliest}, ${table.toLatest}, ${table.attestedUntil}`;

/**
 * SQL: all that may hold of the alliances within a span, as HistoryRows: an alliance with its statuses and memberships in one row.
 * The memberships are counted first, along their index and no further than `most`: where there are more, nothing else is read.
 */
export function historyOn({ from, to, statuses, kinds }: HistoryAsked, most: number, focus: SQL | null): SQL {
  const isIn = (table: typeof memberships | typeof allianceStatuses) =>
    sql`${table.fromEarliest} < ${to} and ${from} < ${table.toLatest} and ${decides(table)}`;
  const isTie = sql`${takesPart(memberships.role)} and ${isIn(memberships)}`;
  const isStatus = sql`${allianceStatuses.code} in (select value from json_each(${JSON.stringify(statuses)})) and ${isIn(allianceStatuses)}`;
  const ofKind =
    kinds === null ? sql`true` : sql`alliances.kind in (select value from json_each(${JSON.stringify(kinds)}))`;
  const isAround =
    focus === null
      ? sql``
      : sql` and alliances.id in (select ${memberships.allianceId} from ${memberships} where ${memberships.actorId} = ${focus} and ${isTie})`;
  return sql`with hubs as materialized (select alliances.id, alliances.name from alliances where ${ofKind}${isAround}),
counted as materialized (select count(*) as ties from (select 1 from hubs cross join ${memberships} on ${memberships.allianceId} = hubs.id limit ${most + 1}))
select 'COUNT' as sort, ties as id, null as name, null as "actorType", null as statuses, null as memberships from counted
union all select 'FOCUS', ${focus ?? sql`null`}, null, null, null, null
union all select 'READ', null, ${readOn}, null, null, null
union all select * from (select 'ALLIANCE', hubs.id, hubs.name, null,
  (select json_group_array(json_array(${allianceStatuses.id}, ${daysOf(allianceStatuses)}))
    from ${allianceStatuses} where ${allianceStatuses.allianceId} = hubs.id and ${isStatus}),
  (select json_group_array(json_array(${memberships.id}, ${memberships.actorId}, ${memberships.role}, ${daysOf(memberships)}))
    from ${memberships} where ${memberships.allianceId} = hubs.id and ${isTie})
from hubs where (select ties from counted) <= ${most}
order by hubs.name, hubs.id)
union all select * from (select 'ACTOR', actors.id, actors.name, actors.type, null, null
from actors where (select ties from counted) <= ${most}
  and exists (select 1 from ${memberships} where ${memberships.actorId} = actors.id and ${isTie})
order by actors.name, actors.id)`;
}

type Days = [string, string, string, string, string | null];

/** What `historyOn` read of an alliance. */
export function factsOf(
  row: HistoryRow,
  readOn: Day | null,
): { statuses: PastStatus[]; memberships: PastMembership[] } {
  const days = ([fromEarliest, fromLatest, toEarliest, toLatest, attestedUntil]: Days) => ({
    fromEarliest,
    fromLatest,
    toEarliest,
    toLatest,
    attestedUntil,
    readOn: attestedUntil === null ? null : readOn,
  });
  const statuses = JSON.parse(row.statuses!) as [number, ...Days][];
  const memberships = JSON.parse(row.memberships!) as [number, number, MembershipRole, ...Days][];
  return {
    statuses: statuses.map(([id, ...own]) => ({ id, ...days(own) })),
    memberships: memberships.map(([membership, actor, role, ...own]) => ({ membership, actor, role, ...days(own) })),
  };
}
