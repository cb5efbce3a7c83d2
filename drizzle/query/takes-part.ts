import { type SQL, type SQLWrapper, sql } from "drizzle-orm";

const IS_PART = "in ('MEMBER', 'CONTRIBUTING_PARTICIPANT')";

/** SQL: in this role an actor takes part in the alliance, and so is the partner of all who do. */
export function takesPart(role: SQLWrapper): SQL {
  return sql`${role} ${sql.raw(IS_PART)}`;
}

/** The same of a column by its name, for SQL that is written as a text. */
export function takesPartText(role: string): string {
  return `${role} ${IS_PART}`;
}
