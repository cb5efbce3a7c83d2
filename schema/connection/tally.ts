import { and, type Column, eq, type SQL, sql } from "drizzle-orm";
import type { Tally } from "./list.ts";

/** SQL: the number of rows that the counts add up to, of a parent where they are of one. */
export function sumOf({ table, where, parent }: Tally, parentId?: Column): SQL {
  const ofParent = parent === undefined || parentId === undefined ? undefined : eq(parent, parentId);
  return sql`(select coalesce(sum(${table.count}), 0) from ${table} where ${and(ofParent, where) ?? sql`true`})`;
}
