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

export interface GraphEdgesAsked {
  day: Day;
  certainty: Certainty;
  statuses: readonly AllianceStatusCode[];
  kinds: readonly AllianceKind[] | null;
}

/**
 * SQL: all ties that hold on one day, as a select of TieRows; an actor that takes part in two roles
 * comes twice, the surer first. Of statuses that may hold alike the surest by its dates counts, then the latest begun.
 */
export function graphEdgesOn({ day, certainty, statuses, kinds }: GraphEdgesAsked): SQL {
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
  return sql`with hubs as materialized (select alliances.id, alliances.name, (${status}) as status_id from alliances where ${ofKind})
select actors.id as actor, actors.type as "actorType", actors.name as "actorName",
  hubs.id as alliance, hubs.name as "allianceName",
  ${memberships.id} as membership, ${allianceStatuses.id} as "allianceStatus", ${memberships.role} as role,
  case when ${surely(memberships)} and ${surely(allianceStatuses)} then 'CERTAIN' else 'POSSIBLE' end as certainty
from hubs
join ${allianceStatuses} on ${allianceStatuses.id} = hubs.status_id
join ${memberships} on ${memberships.allianceId} = hubs.id
join actors on actors.id = ${memberships.actorId}
where ${takesPart(memberships.role)} and ${holdsOn(memberships, day, certainty)} and ${decides(memberships)}
order by hubs.name, hubs.id, actors.name, actors.id, certainty, ${memberships.id}`;
}
