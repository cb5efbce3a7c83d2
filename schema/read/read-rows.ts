import { getSchemaConfig, queryFromInfo } from "@pothos/plugin-drizzle";
import type { SQL } from "drizzle-orm";
import type { GraphQLResolveInfo } from "graphql";
import type { RelationalQuery } from "../../drizzle/query/relational-query.ts";
import { builder } from "../builder.ts";
import type { TableName } from "../connection/list.ts";
import type { Context } from "../context.ts";
import { readStatement, rowStatement } from "./row-statement.ts";

/** What a field that reads rows asks of their table by itself, whatever is asked for beneath it. */
export interface OwnQuery {
  /** Selects what is read in the table's place: its columns, and what `extras` speak of. */
  from?: SQL;
  columns?: Readonly<Record<string, boolean>>;
  extras?: Readonly<Record<string, SQL | ((row: never) => SQL)>>;
  where?: { RAW: (row: never) => SQL | undefined };
  orderBy?: (row: never) => SQL[];
  limit?: number;
}

/** What a read is told apart by from others of the same field, and how its query is made up. */
export interface Reading {
  table: TableName;
  own: () => OwnQuery;
  /**
   * Tells `own` from what else the field asks of the table by itself, where its arguments and the day alone make it: it is
   * not built again for those that were seen before.
   */
  name?: string;
  /** The columns that the rows are told apart by, where anything is asked of them. */
  keys?: Readonly<Record<string, true>>;
  /** The GraphQL type of the rows, where the field's own is another. */
  typeName?: string;
  /** From the field to what the rows are asked for; left out where they are the field's own values. */
  paths?: readonly (readonly string[])[];
  /** From the rows to what is asked of them, by relation; left out where it is asked of the rows themselves. */
  through?: Readonly<Record<string, { typeName: string; columns: Readonly<Record<string, boolean>> }>>;
}

/** What reads rows in another way than by building a statement. */
export interface RowSource {
  read: (reading: Reading, context: Context, info: GraphQLResolveInfo) => Promise<Row[]>;
}

export type Row = Record<string, unknown>;

/**
 * Reads the rows of a table with all that is asked for beneath the field, in one statement; none where nothing is.
 */
export async function readRows(reading: Reading, context: Context, info: GraphQLResolveInfo): Promise<Row[]> {
  if (context.statements !== null) return context.statements.read(reading, context, info);
  const own = reading.own();
  const query = rowsQuery(reading, own, context, info);
  if (query === null) return [];
  const statement = rowStatement(reading.table, query, own.from);
  return readStatement(statement, statement.values, context.client);
}

/** The one row that is meant; null where there is none. */
export async function readRow(reading: Reading, context: Context, info: GraphQLResolveInfo): Promise<Row | null> {
  const [row] = await readRows({ ...reading, own: () => ({ ...reading.own(), limit: 1 }) }, context, info);
  return row ?? null;
}

/** The query that reads the rows, with `own` in it; null where nothing is asked for. Pothos adds the keys that the config tells. */
export function rowsQuery(
  { keys, typeName, paths, through }: Reading,
  own: OwnQuery,
  context: Context,
  info: GraphQLResolveInfo,
  config = getSchemaConfig(builder),
): RelationalQuery | null {
  const beneath = (type: string | undefined, query: OwnQuery): RelationalQuery =>
    queryFromInfo({
      config,
      context,
      info,
      ...(type === undefined ? {} : { typeName: type }),
      ...(paths === undefined ? {} : { paths: paths as never }),
      ...(query as object),
    });
  if (through !== undefined) {
    const relations = Object.entries(through).map(
      ([relation, { typeName: type, columns }]) => [relation, beneath(type, { columns })] as const,
    );
    return { ...own, with: Object.fromEntries(relations) };
  }
  const query = beneath(typeName, own);
  // Pothos adds the columns where anything is asked for beneath the field.
  if (!("columns" in query)) return null;
  // Without names they are all.
  return query.columns === undefined ? query : { ...query, columns: { ...query.columns, ...keys } };
}
