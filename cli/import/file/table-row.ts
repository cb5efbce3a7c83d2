import type { Origin } from "./piece.ts";

/** A row of a table by its column names, and where it stands. */
export interface TableRow {
  cells: Readonly<Record<string, string>>;
  origin: Origin;
}

export function cell(row: TableRow, column: string): string {
  return row.cells[column]?.trim() ?? "";
}
