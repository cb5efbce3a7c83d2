import { getTableName } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import { liveTables } from "../../drizzle/history/live-table.ts";

const columns = new Map<SQLiteTable, [string, string][]>();

/** The columns of a table after `id` that are written as a change set says them, as [property, column name]. */
export function columnsOf(table: SQLiteTable): [string, string][] {
  let found = columns.get(table);
  if (found === undefined) {
    const live = liveTables.find(({ name }) => name === getTableName(table));
    found = (live?.columns ?? [])
      .filter(({ name, generated, isWorkedOut }) => generated === null && !isWorkedOut && name !== "id")
      .map(({ property, name }): [string, string] => [property, name]);
    columns.set(table, found);
  }
  return found;
}
