import type { SQL } from "drizzle-orm";
import type { Parametrized } from "../../drizzle/query/number-parameters.ts";
import type { TableName } from "./table.ts";

/** What a field that reads rows asks of their table by itself, whatever is asked for beneath it. */
export interface RootQuery {
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
  own: () => RootQuery;
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

export type Row = Record<string, unknown>;

/** A statement that reads rows, as D1 takes it. */
export interface RowQuery extends Parametrized {
  /** Makes a row of what it gives for one. */
  decode: (json: string) => Row;
}

/** A statement with the values of a request. */
export interface BoundRowQuery {
  statement: RowQuery;
  values: readonly unknown[];
}
