import { type SQL, sql } from "drizzle-orm";
import type { Day } from "../../src/domain/time/day.ts";
import type {
  ActorType,
  AllianceKind,
  AllianceStatusCode,
  Certainty,
  MembershipRole,
} from "../../src/domain/vocabulary.ts";
import { holdsByItsDates, holdsOn } from "./as-of.ts";
import { decides } from "../claim/deciding.ts";
import { allianceStatuses, memberships } from "../tables/index.ts";
import { takesPart } from "./takes-part.ts";

/** That an actor takes part in an alliance on a day, with the status that the alliance has then. */
export interface GraphEdgeRow {
  actor: number;
  actorType: ActorType;
  actorName: string;
  alliance: number;
  allianceName: string;
  membership: number;
  allianceStatus: number;
  role: MembershipRole;
  certainty: Certainty;
}

/** A row of `graphOn`: an alliance that has got so far with its ties, an actor that takes part in any, or an actor that was named. */
export interface GraphRow {
  sort: "ALLIANCE" | "ACTOR" | "NAMED";
  id: number | null;
  name: string | null;
  actorType: ActorType | null;
  allianceStatus: number | null;
  statusIsSure: 0 | 1 | null;
  /** JSON of `[actor, membership, role, whether it is sure]`, one for each tie. */
  ties: string | null;
}

export interface GraphEdgesAsked {
  day: Day;
  certainty: Certainty;
  statuses: readonly AllianceStatusCode[];
  kinds: readonly AllianceKind[] | null;
}

/**
 * SQL: all ties that hold on one day, as GraphRows: the ties of an alliance in one row, since D1 hands over a large text far quicker than
 * very many rows. Then the actors, and last those that are named, in their order. Of statuses that may hold alike the surest by its
 * dates counts, then the latest begun. With `around` only alliances in which this actor takes part.
 */
export function graphOn(
  { day, certainty, statuses, kinds }: GraphEdgesAsked,
  { named = [], around }: { named?: readonly SQL[]; around?: SQL | undefined } = {},
): SQL {
  const surely = (table: typeof memberships | typeof allianceStatuses) => holdsOn(table, day, "CERTAIN");
  const status = sql`select ${allianceStatuses.id}
    from ${allianceStatuses}
    where ${allianceStatuses.allianceId} = alliances.id
      and ${allianceStatuses.code} in (select value from json_each(${JSON.stringify(statuses)}))
      and ${holdsOn(allianceStatuses, day, certainty)}
      and ${decides(allianceStatuses)}
    order by (${holdsByItsDates(allianceStatuses, day)}) desc, ${allianceStatuses.fromEarliest} desc, ${allianceStatuses.id}
    limit 1`;
  const ofKind =
    kinds === null ? sql`true` : sql`alliances.kind in (select value from json_each(${JSON.stringify(kinds)}))`;
  const isTie = sql`${takesPart(memberships.role)} and ${holdsOn(memberships, day, certainty)} and ${decides(memberships)}`;
  const isAround =
    around === undefined
      ? sql``
      : sql` and alliances.id in (select ${memberships.allianceId} from ${memberships} where ${memberships.actorId} = ${around} and ${isTie})`;
  return sql`with hubs as materialized (select alliances.id, alliances.name, (${status}) as status_id from alliances where ${ofKind}${isAround})
select * from (select 'ALLIANCE' as sort, hubs.id as id, hubs.name as name, null as "actorType",
  ${allianceStatuses.id} as "allianceStatus", (${surely(allianceStatuses)}) as "statusIsSure",
  (select json_group_array(json_array(${memberships.actorId}, ${memberships.id}, ${memberships.role}, ${surely(memberships)}))
    from ${memberships} where ${memberships.allianceId} = hubs.id and ${isTie}) as ties
from hubs cross join ${allianceStatuses} on ${allianceStatuses.id} = hubs.status_id
order by hubs.name, hubs.id)
union all select * from (select 'ACTOR', actors.id, actors.name, actors.type, null, null, null
from actors where exists (select 1 from ${memberships} where ${memberships.actorId} = actors.id and ${isTie})
order by actors.name, actors.id)${sql.join(
    named.map(
      (actor) => sql`
union all select 'NAMED', ${actor}, null, null, null, null, null`,
    ),
  )}`;
}

/** The ties by the names of the alliances, then of the actors; an actor that takes part in two roles comes twice, the surer first. */
export function tiesOf(rows: readonly GraphRow[]): { ties: GraphEdgeRow[]; named: (number | null)[] } {
  const actors = new Map<number, { place: number; name: string; type: ActorType }>();
  for (const row of rows) {
    if (row.sort === "ACTOR") actors.set(row.id!, { place: actors.size, name: row.name!, type: row.actorType! });
  }
  const ties = rows
    .filter(({ sort }) => sort === "ALLIANCE")
    .flatMap(({ id, name, allianceStatus, statusIsSure, ties }) =>
      asTies(ties!)
        .map(([actor, membership, role, isSure]) => ({
          actor,
          membership,
          role,
          certainty: isSure === 1 && statusIsSure === 1 ? ("CERTAIN" as const) : ("POSSIBLE" as const),
          place: actors.get(actor)!.place,
        }))
        .toSorted((a, b) => a.place - b.place || compare(a.certainty, b.certainty) || a.membership - b.membership)
        .map(({ actor, membership, role, certainty }): GraphEdgeRow => ({
          actor,
          actorType: actors.get(actor)!.type,
          actorName: actors.get(actor)!.name,
          alliance: id!,
          allianceName: name!,
          membership,
          allianceStatus: allianceStatus!,
          role,
          certainty,
        })),
    );
  return { ties, named: rows.filter(({ sort }) => sort === "NAMED").map(({ id }) => id) };
}

function asTies(ties: string) {
  return JSON.parse(ties) as [actor: number, membership: number, role: MembershipRole, isSure: 0 | 1][];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
