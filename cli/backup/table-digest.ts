import { createHash } from "node:crypto";
import { storedTables, tablesWithRows } from "./stored-table.ts";
import { tableRows } from "./table-row.ts";

/**
 * The number of rows of each stored table and their SHA-256, so that two databases can be held against each other;
 * columns of some names may be left out.
 */
export async function tableDigests(d1: D1Database, except: readonly string[] = []): Promise<Record<string, string>> {
  const digests: Record<string, string> = {};
  const tables = await storedTables(d1);
  const full = await tablesWithRows(d1, tables);
  for (const table of tables) {
    const hash = createHash("sha256");
    let rows = 0;
    for await (const row of full.has(table) ? tableRows(d1, table) : []) {
      const cells = row.filter((_, index) => !except.includes(table.columns[index] ?? ""));
      hash.update(`${JSON.stringify(cells)}\n`);
      rows += 1;
    }
    digests[table.name] = `${rows} rows ${hash.digest("hex")}`;
  }
  return digests;
}
