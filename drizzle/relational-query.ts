import {
  aliasedTable,
  and,
  type AnyRelationsFilter,
  getColumns,
  getTableAsAliasSQL,
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
import { relations } from "./relations.ts";

/** As Drizzle takes it. */
export interface RelationalQuery {
  /** All where left out. */
  columns?: Readonly<Record<string, boolean>>;
  extras?: Readonly<Record<string, SQL | ((row: never) => SQL)>>;
  where?: object;
  orderBy?: object;
  limit?: number;
  with?: Readonly<Record<string, RelationalQuery | boolean | undefined>>;
}

/** What is known of a value that a statement gives. */
export interface SelectedValue {
  key: string;
  /** What decodes it. */
  field: unknown;
  /** Of a relation, whose rows come as JSON. */
  selection?: readonly SelectedValue[];
  isArray?: boolean;
}

/** A select without its first word: what it gives, and from where. */
interface Select {
  values: (SelectedValue & { value: SQL })[];
  rest: SQL;
}

/** D1 gives a function 32 arguments at most (https://developers.cloudflare.com/d1/platform/limits/). */
const MOST_PAIRS = 16;

const configs: Readonly<Record<string, TableRelationalConfig>> = relations;

/**
 * The statement of a relational query, whose rows hold what Drizzle's would. Drizzle has a subquery more for each relation,
 * and JSON read again by each level around it; here a row is made into JSON where it is read, and stays JSONB within.
 */
export function relationalQuery(name: string, query: RelationalQuery): { sql: SQL; selection: SelectedValue[] } {
  const { values, rest } = select(configs[name]!, query, 0);
  const named = values.map(({ key, value }) => sql`${value} as ${sql.identifier(key)}`);
  // That there is a row may be all that is asked.
  if (named.length === 0) named.push(sql`null`);
  return { sql: sql`select ${sql.join(named, sql`, `)}${rest}`, selection: values };
}

/** @param depth how many relations lead there; @param join what holds of the rows that the last of them leads to */
function select(
  config: TableRelationalConfig,
  query: RelationalQuery,
  depth: number,
  join?: (table: SchemaEntry) => SQL | undefined,
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
    sql` from ${getTableAsAliasSQL(table)}`,
    ...(condition === undefined ? [] : [sql` where ${condition}`]),
    ...(orderBy === undefined ? [] : [sql` order by ${relationsOrderToSQL(table, orderBy as OrderBy)}`]),
    ...(limit === undefined ? [] : [sql` limit ${limit}`]),
  ];
  return { values, rest: sql.join(rest) };
}

/** The rows that a relation leads to, or the one row, as JSON. */
function relatedRows(
  table: SchemaEntry,
  relation: Relation,
  key: string,
  query: RelationalQuery,
  depth: number,
): Select["values"][number] {
  const target = configs[relation.targetTableName]!;
  const { values, rest } = select(target, query, depth + 1, (rows) => relationToSQL(relation, table, rows).filter);
  const object = objectOf(values);
  // D1 gives JSON as text, and JSONB as bytes.
  const json = sql.raw(depth === 0 ? "json" : "jsonb");
  const isArray = !is(relation, One);
  const value = isArray
    ? sql`(select ${json}_group_array(row) from (select jsonb${object} as row${rest}))`
    : sql`(select ${json}${object}${rest})`;
  return { key, field: relation, value, selection: values, isArray };
}

/** A function that makes an object of the values, without the word it begins with: "json" or "jsonb". */
function objectOf(values: Select["values"]): SQL {
  const pairs = (start: number, end: number, path: string) =>
    sql.join(
      values.slice(start, end).map(({ key, value }) => sql`${sql.raw(`'${path}${key}'`)}, ${value}`),
      sql`, `,
    );
  let object = sql`_object(${pairs(0, MOST_PAIRS, "")})`;
  for (let start = MOST_PAIRS; start < values.length; start += MOST_PAIRS - 1) {
    object = sql`_insert(jsonb${object}, ${pairs(start, start + MOST_PAIRS - 1, "$.")})`;
  }
  return object;
}
