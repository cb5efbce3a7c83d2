import { asc, type Column, desc, type SQL, sql } from "drizzle-orm";
import type { Position } from "./cursor.ts";
import type { Page } from "./page.ts";
import { asRead, asSelection } from "../assertion.ts";

/** The columns a list is ordered by, all in one direction; together they tell every row apart. */
export interface Order {
  columns: readonly string[];
  direction: "asc" | "desc";
  /** SQL for those of the columns that the table has not. */
  computed?: Readonly<Record<string, (row: never) => SQL>>;
}

type Row = Readonly<Record<string, unknown>>;

/** SQL: the rows strictly between the page's bounds. One row value compared, so an index serves. */
export function withinBounds(row: Row, order: Order, page: Page): SQL[] {
  const ascending = order.direction === "asc";
  const bounds: SQL[] = [];
  if (page.after !== null) bounds.push(compare(row, order, ascending ? ">" : "<", page.after));
  if (page.before !== null) bounds.push(compare(row, order, ascending ? "<" : ">", page.before));
  return bounds;
}

/** SQL: the order in which the page is read; a page from the end is read backwards. */
export function readingOrder(row: Row, order: Order, page: Page): SQL[] {
  const ascending = (order.direction === "asc") !== page.backward;
  return order.columns.map((name) => (ascending ? asc : desc)(valueOf(row, order, name)));
}

function valueOf(row: Row, { computed }: Order, name: string): Column | SQL {
  return computed?.[name]?.(asSelection(row)) ?? asRead<Column>(row[name]);
}

function compare(row: Row, order: Order, operator: "<" | ">", position: Position): SQL {
  const columns = sql.join(
    order.columns.map((name) => sql`${valueOf(row, order, name)}`),
    sql`, `,
  );
  const values = sql.join(
    position.map((value) => sql`${value}`),
    sql`, `,
  );
  return sql`(${columns}) ${sql.raw(operator)} (${values})`;
}
