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

/** The names in a JSON parameter. */
export const LISTED = "(SELECT value FROM json_each(?1))";

// A bound value of D1 has at most 2 MB; a UTF-16 unit takes at most three bytes, or six escaped.
const LONGEST_PARAMETER = 150_000;

/** JSON arrays of the values in their order, each short enough to bind. No values, no arrays. */
export function jsonParameters(values: readonly unknown[]): string[] {
  const parameters: string[] = [];
  let texts: string[] = [];
  let length = 0;
  for (const value of values) {
    const text = JSON.stringify(value);
    if (length + text.length > LONGEST_PARAMETER && texts.length > 0) {
      parameters.push(`[${texts.join(",")}]`);
      texts = [];
      length = 0;
    }
    texts.push(text);
    length += text.length + 1;
  }
  if (texts.length > 0) parameters.push(`[${texts.join(",")}]`);
  return parameters;
}
