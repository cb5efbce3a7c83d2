import { type SQL, type SQLWrapper, sql } from "drizzle-orm";

/** SQL: in this role an actor takes part in the alliance, and so is the partner of all who do. */
export function takesPart(role: SQLWrapper): SQL {
  return sql`${role} in ('MEMBER', 'CONTRIBUTING_PARTICIPANT')`;
}
