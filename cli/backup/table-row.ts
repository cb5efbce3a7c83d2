import type { StoredTable } from "./stored-table.ts";

export type Cell = string | number | null;

const PAGE = 2000;

/** The rows of a table in the order of its key, a page at a time. */
export async function* tableRows(
  d1: D1Database,
  { name, columns, key }: Pick<StoredTable, "name" | "columns" | "key">,
): AsyncGenerator<Cell[]> {
  const list = (names: readonly string[]) => names.map((one) => `"${one}"`).join(", ");
  const after = `WHERE (${list(key)}) > (${key.map((_, index) => `?${index + 1}`).join(", ")})`;
  const sql = (where: string) => `SELECT ${list(columns)} FROM "${name}" ${where} ORDER BY ${list(key)} LIMIT ${PAGE}`;
  let statement = d1.prepare(sql(""));
  for (;;) {
    const rows = await statement.raw<Cell[]>();
    for (const row of rows) {
      if (row.some((cell) => cell !== null && typeof cell !== "string" && typeof cell !== "number")) {
        throw new Error(`${name} has a cell that is neither text nor a number`);
      }
      yield row;
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    statement = d1.prepare(sql(after)).bind(...key.map((column) => last[columns.indexOf(column)]));
  }
}
