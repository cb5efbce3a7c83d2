import { aliasedTable, SQL, sql, type Table } from "drizzle-orm";
import { SQLiteDialect } from "drizzle-orm/sqlite-core/dialect";
import { aroundParameters } from "../../drizzle/query/number-parameters.ts";
import { relations } from "../../drizzle/relations.ts";
import type { TableName } from "../read/table.ts";
import type { RootQuery } from "../read/reading.ts";
import { asExecuted } from "../assertion.ts";

const dialect = new SQLiteDialect();
const rows = new Map<TableName, Table>();

/** Stands for a value of a `RootQuery` in a planned query. */
export class RootQueryValue {
  readonly index: number;
  constructor(index: number) {
    this.index = index;
  }
}

/** What a field asks of a table by itself, as text and values. */
export interface RootQueryTemplate {
  text: string;
  values: unknown[];
  /** The same query, with its values stood for. */
  placeholders: () => RootQuery;
}

export function renderRootQuery(
  table: TableName,
  { from, columns, extras = {}, where, orderBy, limit }: RootQuery,
): RootQueryTemplate {
  const row = rootRow(table);
  const values: unknown[] = [];
  const texts: string[] = [];
  const render = (part: SQL): (() => SQL) => {
    const { sql: text, params } = dialect.sqlToQuery(part);
    const around = aroundParameters(text, params);
    const first = values.length;
    values.push(...around.values);
    texts.push(around.pieces.join("?"));
    return () => stoodFor(around.pieces, first).mapWith(asExecuted<{ decoder: never }>(part).decoder);
  };
  const source = from && render(from);
  const computed = Object.entries(extras).map(([name, extra]) => [name, render(valueOf(extra, row))] as const);
  const condition = where?.RAW(asExecuted(row));
  const kept = condition === undefined ? undefined : render(condition);
  const order = orderBy?.(asExecuted(row)).map(render);
  return {
    text: `${Object.keys(columns ?? {}).join()} ${computed.map(([name]) => name).join()} ${limit} ${texts.join(";")}`,
    values,
    placeholders: () => ({
      ...(source === undefined ? {} : { from: source() }),
      ...(columns === undefined ? {} : { columns }),
      ...(computed.length === 0 ? {} : { extras: Object.fromEntries(computed.map(([name, part]) => [name, part()])) }),
      ...(kept === undefined ? {} : { where: { RAW: kept } }),
      ...(order === undefined ? {} : { orderBy: () => order.map((part) => part()) }),
      ...(limit === undefined ? {} : { limit }),
    }),
  };
}

/** The row as Drizzle calls it in the statement that it builds. */
function rootRow(table: TableName): Table {
  const row = rows.get(table) ?? aliasedTable(relations[table].table as Table, "d0");
  rows.set(table, row);
  return row;
}

function valueOf(extra: SQL | ((row: never) => SQL), row: Table): SQL {
  return extra instanceof SQL ? extra : extra(asExecuted(row));
}

function stoodFor(pieces: readonly string[], first: number): SQL {
  return sql.join(
    pieces.flatMap((piece, index) => {
      const written = sql.raw(piece);
      return index === 0 ? [written] : [sql`${new RootQueryValue(first + index - 1)}`, written];
    }),
  );
}
