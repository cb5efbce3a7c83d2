import type { Origin } from "./piece.ts";

/** A row of a table by the keys of its columns, and where it stands. */
export interface TableRow {
  cells: ReadonlyMap<string, string>;
  origin: Origin;
}

/** A key that all spellings of a column's name have in common: files differ in case, spaces and hyphens. */
export function columnKey(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, "");
}

/** A cell without the spaces around it; empty where there is none. */
export function cell(row: TableRow, column: string): string {
  return row.cells.get(columnKey(column))?.trim() ?? "";
}
