import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { SQLiteDialect } from "drizzle-orm/sqlite-core/dialect";
import { mayOverlap, writtenColumnsOf } from "../query/overlap.ts";

/** The tables of claims that sources make beside one another, and the columns that those of one subject have alike. */
export const subjects = {
  memberships: ["actor_id", "alliance_id", "role"],
  alliance_statuses: ["alliance_id", "code"],
  offices: ["person_id", "body_id", "title"],
} as const;

export type ClaimTable = keyof typeof subjects;

export const claimTables = Object.keys(subjects) as ClaimTable[];

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
    ...subjects[table].map((column) => `better.${column} = ${row}.${column}`),
    ...(where === undefined ? [] : [new SQLiteDialect().sqlToQuery(where).sql]),
    ...(also === undefined ? [] : [also]),
  ];
  return `select 1 from ${from} as better where ${conditions.join(" and ")}`;
}
