import { getTableName, type SQL, type Table } from "drizzle-orm";
import { SQLiteDialect } from "drizzle-orm/sqlite-core/dialect";
import { connect, type D1Client } from "../drizzle/database.ts";
import { numberParameters, type Parametrized } from "../drizzle/number-parameters.ts";
import { relations } from "../drizzle/relations.ts";
import type { TableName } from "./connection/list.ts";
import type { Row } from "./read-rows.ts";
import { rowDecoder, type SelectedValue } from "./row-decoder.ts";

/** A statement that reads rows, as D1 takes it. */
export interface RowStatement extends Parametrized {
  /** Has a row hold what Drizzle's would; null where it does. */
  decode: ((row: Row) => void) | null;
}

/** A relational query of Drizzle's, with what it keeps to itself. */
interface RelationalQuery {
  toSQL: () => { sql: string; params: unknown[] };
  _getQuery: () => { selection: SelectedValue[] };
}

const nowhere = connect({ prepare: () => null, batch: () => null } as unknown as D1Client);
const dialect = new SQLiteDialect();

/** Builds the statement of a relational query, which reads its rows from what `from` selects in the table's place. */
export function rowStatement(table: TableName, query: object, from?: SQL): RowStatement {
  const builder = nowhere.query[table] as unknown as { findMany: (query: object) => RelationalQuery };
  const found = builder.findMany(query);
  let { sql, params } = found.toSQL();
  if (from !== undefined) {
    const shadow = dialect.sqlToQuery(from);
    // SQLite finds the names of that clause before those of tables.
    sql = `with ${getTableName(relations[table].table as Table)} as (${shadow.sql})\n${sql}`;
    params = [...shadow.params, ...params];
  }
  // oxlint-disable-next-line no-underscore-dangle -- Drizzle tells nowhere else what it has selected
  return { ...numberParameters(sql, params), decode: rowDecoder(found._getQuery().selection) };
}

/** The rows that a statement with these values gives. */
export async function readStatement(
  { text, decode }: RowStatement,
  values: readonly unknown[],
  d1: D1Client,
): Promise<Row[]> {
  const { results } = await d1
    .prepare(text)
    .bind(...values)
    .all<Row>();
  if (decode !== null) results.forEach(decode);
  return results;
}
