import { getTableName, type SQL, sql, type Table } from "drizzle-orm";
import { SQLiteDialect } from "drizzle-orm/sqlite-core/dialect";
import { numberParameters } from "../../drizzle/query/number-parameters.ts";
import { relationalQuery, type RelationalQuery } from "../../drizzle/query/relational-query.ts";
import { relations } from "../../drizzle/relations.ts";
import { refuseMissing } from "../argument/known-reference.ts";
import type { ReferenceCheck } from "../argument/reference-check.ts";
import type { Reader } from "../context.ts";
import type { TableName } from "./table.ts";
import type { Row, RowQuery } from "./reading.ts";
import { rowDecoder } from "./row-decoder.ts";

const dialect = new SQLiteDialect();

/** Builds the statement of a relational query, which reads its rows from what `from` selects in the table's place. */
export function rowQuery(table: TableName, query: RelationalQuery, from?: SQL): RowQuery {
  const built = relationalQuery(table, query);
  // SQLite finds the names of that clause before those of tables.
  const shadow = from && sql`with ${sql.identifier(getTableName(relations[table].table as Table))} as (${from})\n`;
  const { sql: text, params } = dialect.sqlToQuery(shadow === undefined ? built.sql : sql`${shadow}${built.sql}`);
  return { ...numberParameters(text, params), decode: rowDecoder(built.selection) };
}

/**
 * The rows that a statement with these values gives. Where references are to be looked up too, the statement selects what is
 * missing after the rows.
 * @throws a GraphQLError BAD_USER_INPUT for references that name nothing
 */
export async function readRowQuery(
  { text, decode }: RowQuery,
  values: readonly unknown[],
  context: Reader,
  check: ReferenceCheck | null = null,
): Promise<Row[]> {
  const checked = check === null ? text : withCheck(text, check, `?${values.length + 1}`);
  const { results } = await context.client
    .prepare(checked)
    .bind(...values, ...(check === null ? [] : [check.lookups]))
    .all<{ row: string | null; missing?: number | null }>();
  const rows: Row[] = [];
  const missing = new Set<number>();
  for (const result of results) {
    if (result.row === null) missing.add(result.missing!);
    else rows.push(decode(result.row));
  }
  if (check !== null) await refuseMissing(check, missing, context);
  return rows;
}

function withCheck(text: string, check: ReferenceCheck, parameter: string): string {
  return `select "row", null as missing from (${text})\nunion all select null, ${check.missing(parameter)}`;
}
