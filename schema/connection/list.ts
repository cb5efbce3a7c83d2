import { and, type Column, type SQL, type Table } from "drizzle-orm";
import type { relations } from "../../drizzle/relations.ts";
import { type Context, remember } from "../context.ts";
import { type Order, readingOrder, withinBounds } from "./keyset.ts";
import { type Page, type PageArguments, readPage } from "./page.ts";

export type TableName = keyof typeof relations;

/** A table as a query sees it: its columns, under the alias that the query gave it. */
export type RowOf<T extends TableName> = (typeof relations)[T]["table"];

/** What the rows of a list are, for given arguments. */
export interface ListQuery<T extends TableName> {
  /** SQL that keeps a row; the page and the count both apply it. */
  where?: ((row: RowOf<T>) => SQL | undefined) | undefined;
  /** SQL that keeps the rows of one page, with its bounds, where no index serves `where` in the list's order. */
  pageWhere?: ((row: RowOf<T>, page: Page) => SQL) | undefined;
  /** The number of rows, where it is kept and need not be counted. */
  tally?: Tally | undefined;
  order: Order;
  /** Values that each row carries for the fields beneath it. */
  extras?: Record<string, SQL>;
}

/** Counts that add up to the number of a list's rows. */
export interface Tally {
  table: Table & { count: Column };
  where?: SQL | undefined;
  /** The column for the parent's id; left out where the list has no parent. */
  parent?: Column;
}

export interface List<T extends TableName, Args> {
  /** `Type.field`, for messages and cursors. */
  field: string;
  /** The table that the rows are of. */
  rows: T;
  query: (args: Args, context: Context) => ListQuery<T>;
}

/** A list with its page, ready to be read. */
export interface PlannedList {
  /** The field and its arguments but for the page: what a cursor is bound to. */
  list: string;
  page: Page;
  order: Order;
  where: (row: never) => SQL | undefined;
  tally: Tally | undefined;
  /** The query of the page, of one row more than it holds. */
  rows: {
    where: { RAW: (row: never) => SQL | undefined };
    orderBy: (row: never) => SQL[];
    limit: number;
    columns: Record<string, boolean>;
    extras: Record<string, SQL | ((row: never) => SQL)>;
  };
}

/** @throws a GraphQLError BAD_USER_INPUT for a page that cannot be */
export function planList<T extends TableName, Args extends PageArguments>(
  { field, query }: List<T, Args>,
  args: Args,
  context: Context,
): PlannedList {
  const { first, last, after, before, ...rest } = args;
  const list = `${field}${JSON.stringify(rest)}`;
  return remember(context, JSON.stringify([list, first, last, after, before]), () => {
    const { where, pageWhere, tally, order, extras = {} } = query(args, context);
    const page = readPage(field, list, args, order.columns.length);
    const keep = (row: never) => where?.(row);
    return {
      list,
      page,
      order,
      where: keep,
      tally,
      rows: {
        where: { RAW: (row) => pageWhere?.(row, page) ?? and(keep(row), ...withinBounds(row, order, page)) },
        orderBy: (row) => readingOrder(row, order, page),
        limit: page.size + 1,
        columns: Object.fromEntries(
          order.columns.filter((name) => order.computed?.[name] === undefined).map((name) => [name, true]),
        ),
        extras: { ...extras, ...order.computed },
      },
    };
  });
}
