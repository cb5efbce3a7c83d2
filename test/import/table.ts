import { csvRowsIn } from "../../cli/import/file/csv-rows.ts";
import type { TableRow } from "../../cli/import/file/table-row.ts";

/** The rows of a CSV text, on the lines they have there. */
export function table(text: string, file = "table.csv"): TableRow[] {
  const reads = [...csvRowsIn([Buffer.from(text.trim())], file)];
  return reads.filter((read): read is TableRow => "cells" in read);
}
