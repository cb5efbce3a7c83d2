import { type SQL, sql } from "drizzle-orm";
import { integer, sqliteTable } from "drizzle-orm/sqlite-core";
import { entryIds, indexed, MOST_KINDS } from "./indexed.ts";

/**
 * Entries of the indexes, and what each is of: one of the columns is set. No table and no view of the database has the name: each
 * query gives what it reads there.
 */
export const searchEntries = sqliteTable("search_entries", {
  id: integer("id").primaryKey(),
  ...entryIds,
});

/** SQL of the columns of what an entry is of, by its number. */
export function entryColumns(number: string): string {
  return Object.values(indexed)
    .map(({ entry }, place) => `iif(${number} % ${MOST_KINDS} = ${place}, ${number} / ${MOST_KINDS}, null) as ${entry}`)
    .join(",\n  ");
}

/** Selects the entries of such numbers, to be read in the place of `searchEntries`. */
export function numberedEntries(numbers: readonly number[]): SQL {
  return sql`select value as id, ${sql.raw(entryColumns("value"))} from json_each(${JSON.stringify(numbers)})`;
}
