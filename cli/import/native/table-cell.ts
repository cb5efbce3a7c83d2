import * as v from "valibot";
import type { NounDescription, PartDescription } from "../../../src/nouns/description.ts";
import { fieldsOf } from "../../../src/nouns/structure.ts";
import { unguarded } from "../../export/formula-guard.ts";
import { columnKey, type TableRow } from "../file/table-row.ts";

/** The text of a cell as it was exported, spaces and all; undefined for an empty one. */
export function exportedText(row: TableRow, column: string): string | undefined {
  const cell = row.cells.get(columnKey(column)) ?? "";
  return cell === "" ? undefined : unguarded(cell);
}

/** The values of a row, as a change set has them for a noun or a part. A text that is no number where one belongs stays a text, and is refused as one. */
export function saidIn(row: TableRow, of: NounDescription | PartDescription): Record<string, unknown> {
  const said: Record<string, unknown> = {};
  for (const { name, isBoolean } of fieldsOf(of)) {
    const text = exportedText(row, name);
    if (text === undefined) continue;
    const schema = of.input?.entries[name];
    if (isBoolean && /^(?:true|false)$/i.test(text)) said[name] = text.toLowerCase() === "true";
    else said[name] = schema !== undefined && v.is(schema, 0) && /^\d+$/.test(text) ? Number(text) : text;
  }
  return said;
}
