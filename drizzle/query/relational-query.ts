import {
  aliasedTable,
  and,
  type AnyRelationsFilter,
  getColumns,
  getTableAsAliasSQL,
  getTableName,
  is,
  One,
  type OrderBy,
  relationsFilterToSQL,
  relationsOrderToSQL,
  type Relation,
  relationToSQL,
  type SchemaEntry,
  type SQL,
  sql,
  type Table,
  type TableRelationalConfig,
} from "drizzle-orm";
import { relations } from "../relations.ts";

/** As Drizzle takes it. */
export interface RelationalQuery {
  /** All where left out. */
  columns?: Readonly<Record<string, boolean>>;
  extras?: Readonly<Record<string, SQL | ((row: never) => SQL)>>;
  where?: object;
  orderBy?: object;
  limit?: number;
  /**
   * Of a relation: what selects its rows in the place of its table, worked out once for the row that leads there, of which `parent` is
   * the table. How many rows it selects is told besides.
   */
  rowsFrom?: (parent: never) => SQL;
  with?: Readonly<Record<string, RelationalQuery | boolean | undefined>>;
}

/** What is known of a value that a statement gives. */
export interface SelectedValue {
  key: string;
  /** What decodes it. */
  field: unknown;
  /** Of a relation: what is known of the values of its rows. */
  selection?: readonly SelectedValue[];
  isArray?: boolean;
  /** Of a relation: what the number of its rows is called in the row that leads there, which then stands before them. */
  countKey?: string;
}

/** A select without its first word: what it gives, and from where. */
interface Select {
  values: (SelectedValue & { value: SQL })[];
  rest: SQL;
}

/** D1 gives a function 32 arguments at most (https://developers.cloudflare.com/d1/platform/limits/). */
const MOST_ARGUMENTS = 32;
/** Each with its place, to the list that they are appended to. */
const MOST_APPENDED = 15;

const configs: Readonly<Record<string, TableRelationalConfig>> = relations;

/**
 * The statement of a relational query. Of each row it gives the list of its values, as JSON: those that Drizzle's would hold,
 * in the order of the selection. Drizzle has a subquery more for each relation, names each value in each row, and has JSON
 * read again by each level around it; here a row is made into JSON where it is read, and stays JSONB within.
 */
export function relationalQuery(name: string, query: RelationalQuery): { sql: SQL; selection: SelectedValue[] } {
  const { values, rest } = select(configs[name]!, query, 0);
  return { sql: sql`select json${listOf(values)} as row${rest}`, selection: values };
}

/** How the rows of a relation come about. */
interface Source {
  /** What holds of them. */
  join?: (table: SchemaEntry) => SQL | undefined;
  /** SQL that selects them; those of the table where left out. */
  rows?: SQL;
}

/** @param depth how many relations lead there */
function select(
  config: TableRelationalConfig,
  query: RelationalQuery,
  depth: number,
  { join, rows }: Source = {},
): Select {
  const { columns, extras = {}, where, orderBy, limit, with: related = {} } = query;
  const table: SchemaEntry = aliasedTable(config.table as Table, `d${depth}`);
  const all = getColumns(table as Table);
  const names = columns === undefined ? Object.keys(all) : Object.keys(columns).filter((name) => columns[name]);
  const values: Select["values"] = [
    ...names.map((key) => ({ key, field: all[key], value: sql`${all[key]}` })),
    ...Object.entries(extras).map(([key, extra]) => {
      const field = typeof extra === "function" ? extra(table as never) : extra;
      return { key, field, value: sql`(${field})` };
    }),
    ...Object.entries(related).flatMap(([key, asked]) =>
      asked ? [relatedRows(table, config.relations[key]!, key, asked === true ? {} : asked, depth)] : [],
    ),
  ];
  const condition = and(
    where && relationsFilterToSQL(table, where as AnyRelationsFilter, config.relations, configs),
    join?.(table),
  );
  const rest = [
    rows === undefined
      ? sql` from ${getTableAsAliasSQL(table)}`
      : sql` from (${rows}) as ${sql.identifier(getTableName(table as Table))}`,
    ...(condition === undefined ? [] : [sql` where ${condition}`]),
    ...(orderBy === undefined ? [] : [sql` order by ${relationsOrderToSQL(table, orderBy as OrderBy)}`]),
    ...(limit === undefined ? [] : [sql` limit ${limit}`]),
  ];
  return { values, rest: sql.join(rest) };
}

/** The rows that a relation leads to, or the one row. */
function relatedRows(
  table: SchemaEntry,
  relation: Relation,
  key: string,
  query: RelationalQuery,
  depth: number,
): Select["values"][number] {
  const target = configs[relation.targetTableName]!;
  if (query.rowsFrom !== undefined) return countedRows(table, target, relation, key, query, depth);
  const { values, rest } = select(target, query, depth + 1, {
    join: (rows) => relationToSQL(relation, table, rows).filter,
  });
  const list = listOf(values);
  const isArray = !is(relation, One);
  const value = isArray
    ? sql`(select jsonb_group_array(row) from (select jsonb${list} as row${rest}))`
    : sql`(select jsonb${list}${rest})`;
  return { key, field: relation, value, selection: values, isArray };
}

/** The number of the rows that `rowsFrom` selects, and those of them that are asked for: worked out together, and counted alone only where no row is left. */
function countedRows(
  parent: SchemaEntry,
  target: TableRelationalConfig,
  relation: Relation,
  key: string,
  query: RelationalQuery,
  depth: number,
): Select["values"][number] {
  const all = query.rowsFrom!(parent as never);
  const { values, rest } = select(target, query, depth + 1, {
    rows: sql`select *, count(*) over () as row_count from (${all})`,
  });
  const page = sql`select jsonb${listOf(values)} as row, row_count${rest}`;
  const count = sql`coalesce(max(row_count), (select count(*) from (${all})))`;
  const value = sql`(select jsonb_array(${count}, jsonb_group_array(row)) from (${page}))`;
  return { key, field: relation, value, selection: values, isArray: true, countKey: `${key}Count` };
}

/** What makes the list of the values, without the word it begins with: "json" or "jsonb". */
function listOf(values: Select["values"]): SQL {
  const all = values.map(({ value }) => value);
  let list = sql`_array(${sql.join(all.slice(0, MOST_ARGUMENTS), sql`, `)})`;
  for (let start = MOST_ARGUMENTS; start < all.length; start += MOST_APPENDED) {
    const more = all.slice(start, start + MOST_APPENDED).map((value) => sql`'$[#]', ${value}`);
    list = sql`_insert(jsonb${list}, ${sql.join(more, sql`, `)})`;
  }
  return list;
}
