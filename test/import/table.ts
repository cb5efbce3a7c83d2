import { parse } from "csv-parse/sync";
import type { TableRow } from "../../cli/import/file/table-row.ts";

/** The rows of a CSV text, on the lines they have there. */
export function table(text: string, file = "table.csv"): TableRow[] {
  const records = parse<Record<string, string>>(text.trim(), { bom: true, columns: true, trim: true });
  return records.map((cells, index) => ({ cells, origin: { file, line: index + 2 } }));
}
