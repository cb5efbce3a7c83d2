import { tables } from "../../export/table.ts";
import { bareName } from "../file/file-name.ts";
import { columnKey } from "../file/table-row.ts";

/** The table of `npm run export -- --format csv` that a file is by its columns, and where these do not tell, by its name. */
export function tableNamed(path: string, keys: readonly string[]): string | undefined {
  const named = bareName(path).toLowerCase();
  const own = keys.filter((key) => key !== "");
  const fitting = Object.entries(tables).filter(([, { columns }]) => {
    const ours = new Set(columns.map(columnKey));
    return own.includes(columnKey(columns[0] ?? "")) && own.every((key) => ours.has(key));
  });
  const whole = fitting.filter(([, { columns }]) => columns.length === own.length);
  return (fitting.find(([name]) => name === named) ?? (whole.length === 1 ? whole[0] : undefined))?.[0];
}
