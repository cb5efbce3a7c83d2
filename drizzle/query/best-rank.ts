import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { mayOverlap, type WrittenColumns, writtenColumnsOf } from "./overlap.ts";

type Ranked = WrittenColumns & { rank: SQLWrapper };

/**
 * SQL: among the claims of the same actor, alliance and role that may overlap, the membership has
 * the best rank present. PREFERRED claims leave NORMAL ones out; DEPRECATED ones never count.
 */
export function isBestMembership(membership: Ranked & Record<"actorId" | "allianceId" | "role", SQLWrapper>): SQL {
  return isBestRank(
    membership,
    "memberships",
    sql`better.actor_id = ${membership.actorId} and better.alliance_id = ${membership.allianceId} and better.role = ${membership.role}`,
  );
}

/** SQL: the same for the statuses of one alliance with one code. */
export function isBestStatus(status: Ranked & Record<"allianceId" | "code", SQLWrapper>): SQL {
  return isBestRank(
    status,
    "alliance_statuses",
    sql`better.alliance_id = ${status.allianceId} and better.code = ${status.code}`,
  );
}

/** SQL: the same for the offices of one person in one body under one title. */
export function isBestOffice(office: Ranked & Record<"personId" | "bodyId" | "title", SQLWrapper>): SQL {
  return isBestRank(
    office,
    "offices",
    sql`better.person_id = ${office.personId} and better.body_id = ${office.bodyId} and better.title = ${office.title}`,
  );
}

const better = writtenColumnsOf("better");

function isBestRank(row: Ranked, table: string, sameSubject: SQL): SQL {
  const preferred = sql`select 1 from ${sql.raw(table)} as better where better.rank = 'PREFERRED' and ${sameSubject} and ${mayOverlap(better, row)}`;
  return sql`(${row.rank} = 'PREFERRED' or (${row.rank} = 'NORMAL' and not exists (${preferred})))`;
}
