import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { SQLiteDialect } from "drizzle-orm/sqlite-core/dialect";
import { mayOverlap, writtenColumnsOf } from "../query/overlap.ts";

/** The tables of claims that sources make beside one another, and the columns that those of one subject have alike. */
export const subjects = {
  memberships: ["actor_id", "alliance_id", "role"],
  alliance_statuses: ["alliance_id", "code"],
  obligations: ["alliance_id", "code", "actor_id"],
  offices: ["person_id", "body_id", "title"],
} as const;

export type ClaimTable = keyof typeof subjects;

export const claimTables = Object.keys(subjects) as ClaimTable[];

/** Columns of subjects that may be null, which is then a subject of its own. */
const mayBeNull: ReadonlySet<string> = new Set(["obligations.actor_id"]);

/** SQL: two rows are claims of one subject. */
export function haveOneSubject(table: ClaimTable, one: string, other: string): string[] {
  return subjects[table].map((column) => {
    const equals = mayBeNull.has(`${table}.${column}`) ? "IS" : "=";
    return `${one}${column} ${equals} ${other}.${column}`;
  });
}

/** SQL: answers go by the claim: among those of its subject that may overlap it has the best rank present. */
export function decides(claim: Record<"decides", SQLWrapper>): SQL {
  return sql`${claim.decides} = 1`;
}

/** Where the rivals of a claim are read: a table, and what is to hold of them besides. */
export interface Rivals {
  table: string;
  also?: string;
}

/**
 * SQL of what `decides` is of a row, worked out: PREFERRED claims leave NORMAL ones of their subject out, with which they may
 * overlap; DEPRECATED ones never count.
 */
export function worksOutDeciding(table: ClaimTable, row: string, rivals: Rivals = { table }): string {
  const preferred = preferredSql(table, row, rivals, mayOverlap(writtenColumnsOf("better"), writtenColumnsOf(row)));
  return `(${row}.rank = 'PREFERRED' or (${row}.rank = 'NORMAL' and not exists (${preferred})))`;
}

/** SQL: the claims of a row's subject that are PREFERRED. */
export function preferredSql(table: ClaimTable, row: string, { table: from, also }: Rivals, where?: SQL): string {
  const conditions = [
    "better.rank = 'PREFERRED'",
    ...haveOneSubject(table, "better.", row),
    ...(where === undefined ? [] : [new SQLiteDialect().sqlToQuery(where).sql]),
    ...(also === undefined ? [] : [also]),
  ];
  return `select 1 from ${from} as better where ${conditions.join(" and ")}`;
}
