import { getTableName, type SQL, sql, type Table } from "drizzle-orm";
import { SQLiteDialect } from "drizzle-orm/sqlite-core/dialect";
import type { D1Client } from "../../drizzle/client/d1-client.ts";
import { numberParameters, type Parametrized } from "../../drizzle/query/number-parameters.ts";
import { relationalQuery, type RelationalQuery } from "../../drizzle/query/relational-query.ts";
import { relations } from "../../drizzle/relations.ts";
import type { TableName } from "./table.ts";
import type { Row } from "./reading.ts";
import { rowDecoder } from "./row-decoder.ts";

/** A statement that reads rows, as D1 takes it. */
export interface RowQuery extends Parametrized {
  /** Makes a row of what it gives for one. */
  decode: (json: string) => Row;
}

const dialect = new SQLiteDialect();

/** Builds the statement of a relational query, which reads its rows from what `from` selects in the table's place. */
export function rowQuery(table: TableName, query: RelationalQuery, from?: SQL): RowQuery {
  const built = relationalQuery(table, query);
  // SQLite finds the names of that clause before those of tables.
  const shadow = from && sql`with ${sql.identifier(getTableName(relations[table].table as Table))} as (${from})\n`;
  const { sql: text, params } = dialect.sqlToQuery(shadow === undefined ? built.sql : sql`${shadow}${built.sql}`);
  return { ...numberParameters(text, params), decode: rowDecoder(built.selection) };
}

/** The rows that a statement with these values gives. */
export async function readRowQuery(
  { text, decode }: RowQuery,
  values: readonly unknown[],
  d1: D1Client,
): Promise<Row[]> {
  const { results } = await d1
    .prepare(text)
    .bind(...values)
    .all<{ row: string }>();
  return results.map(({ row }) => decode(row));
}
