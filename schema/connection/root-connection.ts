import { selectedFieldNames } from "@pothos/selection-mapper";
import { type SQL, sql, type Table } from "drizzle-orm";
import type { GraphQLResolveInfo } from "graphql";
import { relations } from "../../drizzle/relations.ts";
import type { Context } from "../context.ts";
import { readRows } from "../read/read-rows.ts";
import { type List, pageOf, planList } from "./list.ts";
import type { TableName } from "../read/table.ts";
import type { PageArguments } from "./page.ts";
import { sliceOf } from "./slice.ts";
import { sumOf } from "./tally.ts";
import { asRead, asSelection } from "../assertion.ts";

const COUNT = "totalCount";
const NODE_PATHS = [["nodes"], ["edges", "node"]];

/**
 * Reads a connection that starts at the query's root: one statement, which counts too where
 * totalCount is asked for, but for the count of a page that turns out to be empty.
 */
export async function readConnection<T extends TableName, Args extends PageArguments>(
  list: List<T, Args>,
  args: Args,
  context: Context,
  info: GraphQLResolveInfo,
) {
  const isCounted = selectedFieldNames(context, info).has("totalCount");
  const own = () => {
    const { rows } = planList(list, args, context);
    return isCounted ? { ...rows, extras: { ...rows.extras, [COUNT]: countOf(list, args, context) } } : rows;
  };
  const reading = { table: list.rows, own, name: JSON.stringify(args), paths: NODE_PATHS };
  const rows = await readRows(reading, context, info);
  const { page, cursors } = pageOf(list, args, context);
  const total = isCounted ? (rows[0]?.[COUNT] ?? (await countAlone())) : undefined;
  return sliceOf(rows, { page, cursors }, (row) => row, asRead<number | undefined>(total));

  async function countAlone(): Promise<number> {
    if (page.after === null && page.before === null) return 0;
    const [row] = await context.database.all<{ total: number }>(sql`select ${countOf(list, args, context)} as total`);
    return row?.total ?? 0;
  }
}

/** SQL: how many rows the list has. */
function countOf<T extends TableName, Args extends PageArguments>(
  list: List<T, Args>,
  args: Args,
  context: Context,
): SQL {
  const { tally, where } = planList(list, args, context);
  if (tally !== undefined) return sumOf(tally);
  const table: Table = relations[list.rows].table;
  return sql`(select count(*) from ${table} where ${where(asSelection(table)) ?? sql`true`})`;
}
