import { and, type Column, type SQL, type Table } from "drizzle-orm";
import { cacheOf } from "../../src/domain/cache.ts";
import { type Context, memoize } from "../context.ts";
import { type Order, readingOrder, withinBounds } from "./keyset.ts";
import type { Cursors } from "./cursor.ts";
import type { RowOf, TableName } from "../read/table.ts";
import { type Page, type PageArguments, pageAsked, readPage } from "./page.ts";

/** What the rows of a list are, for given arguments. */
export interface ListQuery<T extends TableName> {
  /** SQL that selects all rows of one parent in the place of the table, worked out once for the page and the count. */
  rowsFrom?: ((parent: { id: Column }) => SQL) | undefined;
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

/** A page of a list that has been read. */
export interface ListPage {
  page: Page<unknown>;
  cursors: () => Cursors;
}

/** A list with its page, ready to be read. */
export interface PlannedList extends Cursors {
  where: (row: never) => SQL | undefined;
  tally: Tally | undefined;
  rowsFrom: ListQuery<TableName>["rowsFrom"];
  /** The query of the page, of one row more than it holds. */
  rows: {
    where: { RAW: (row: never) => SQL | undefined };
    orderBy: (row: never) => SQL[];
    limit: number;
    columns: Record<string, boolean>;
    extras: Record<string, SQL | ((row: never) => SQL)>;
    rowsFrom?: (parent: never) => SQL;
  };
}

const cursorsOfLists = cacheOf<Cursors>("cursor");

/** The page of a list that was planned with the same arguments, which so are good ones. */
export function pageOf<T extends TableName, Args extends PageArguments>(
  list: List<T, Args>,
  args: Args,
  context: Context,
): ListPage {
  let cursors: Cursors | undefined;
  return { page: pageAsked(args), cursors: () => (cursors ??= cursorsOf(list, args, context)) };
}

function cursorsOf<T extends TableName, Args extends PageArguments>(
  list: List<T, Args>,
  args: Args,
  context: Context,
): Cursors {
  const name = nameOf(list.field, args);
  const known = cursorsOfLists.get(name);
  if (known !== undefined) return known;
  const { columns } = planList(list, args, context);
  cursorsOfLists.set(name, { list: name, columns });
  return { list: name, columns };
}

/** @throws a GraphQLError BAD_USER_INPUT for a page that cannot be */
export function planList<T extends TableName, Args extends PageArguments>(
  { field, query }: List<T, Args>,
  args: Args,
  context: Context,
): PlannedList {
  const list = nameOf(field, args);
  const { first, last, after, before } = args;
  return memoize(context, JSON.stringify([list, first, last, after, before]), () => {
    const { rowsFrom, where, pageWhere, tally, order, extras = {} } = query(args, context);
    const { columns } = order;
    const page = readPage(field, args, () => ({ list, columns }));
    const keep = (row: never) => where?.(row);
    return {
      list,
      columns,
      where: keep,
      tally,
      rowsFrom,
      rows: {
        ...(rowsFrom === undefined ? {} : { rowsFrom }),
        where: { RAW: (row) => pageWhere?.(row, page) ?? and(keep(row), ...withinBounds(row, order, page)) },
        orderBy: (row) => readingOrder(row, order, page),
        limit: page.size + 1,
        columns: Object.fromEntries(
          columns.filter((name) => order.computed?.[name] === undefined).map((name) => [name, true]),
        ),
        extras: { ...extras, ...order.computed },
      },
    };
  });
}

function nameOf(field: string, args: PageArguments): string {
  const page = { first: undefined, last: undefined, after: undefined, before: undefined };
  return `${field}${JSON.stringify({ ...args, ...page })}`;
}
