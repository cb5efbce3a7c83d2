import type { relations } from "../../drizzle/relations.ts";

/** The tables and views that are read, as `drizzle/relations.ts` names them. */
export type TableName = keyof typeof relations;

/** A table as a query sees it: its columns, under the alias that the query gave it. */
export type RowOf<T extends TableName> = (typeof relations)[T]["table"];
