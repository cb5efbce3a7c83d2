import { selectedFieldNames } from "@pothos/selection-mapper";
import { sql, type Table } from "drizzle-orm";
import type { GraphQLResolveInfo } from "graphql";
import { relations } from "../../drizzle/relations.ts";
import type { Context } from "../context.ts";
import { readRows } from "../read-rows.ts";
import { type List, planList, type TableName } from "./list.ts";
import type { PageArguments } from "./page.ts";
import { sliceOf } from "./slice.ts";
import { sumOf } from "./tally.ts";

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
  const planned = planList(list, args, context);
  const names = selectedFieldNames(context, info);
  const table: Table = relations[list.rows].table;
  const count = planned.tally
    ? sumOf(planned.tally)
    : sql`(select count(*) from ${table} where ${planned.where(table as never) ?? sql`true`})`;
  const counted = names.has("totalCount");
  const extras = counted ? { ...planned.rows.extras, [COUNT]: count } : planned.rows.extras;
  const rows = await readRows({ table: list.rows, own: { ...planned.rows, extras }, paths: NODE_PATHS }, context, info);
  const total = counted ? (rows[0]?.[COUNT] ?? (await countAlone())) : undefined;
  return sliceOf(rows, planned, (row) => row, total as number | undefined);

  async function countAlone(): Promise<number> {
    if (planned.page.after === null && planned.page.before === null) return 0;
    const [row] = await context.database.all<{ total: number }>(sql`select ${count} as total`);
    return row?.total ?? 0;
  }
}
