import { type EndLine, type Header, type Line, LineSum } from "./backup-line.ts";
import { storedTables, tablesWithRows } from "./stored-table.ts";
import { tableRows } from "./table-row.ts";

/** The lines of a backup of a database, under its own lineage or another. */
export async function* backupLines(d1: D1Database, as?: string): AsyncGenerator<string> {
  const sum = new LineSum();
  const { revision, lineage } = await stateOf(d1);
  const migrations = await migrationsOf(d1);
  const header: Header = { backup: "entente", version: 1, revision, lineage: as ?? lineage, migrations };
  yield sum.add(header);
  const tables = await storedTables(d1);
  const full = await tablesWithRows(d1, tables);
  for (const table of tables) {
    yield sum.add({ table: table.name, columns: table.columns } satisfies Line);
    if (!full.has(table)) continue;
    for await (const row of tableRows(d1, table)) yield sum.add(row);
  }
  const after = await stateOf(d1);
  if (after.revision !== revision || after.lineage !== lineage) {
    throw new Error("the data was changed while it was read: back it up again");
  }
  yield `${JSON.stringify(sum.end())}\n`;
}

/** The end line that a backup of the database would have, if it had a lineage. */
export async function endLineOf(d1: D1Database, as: string): Promise<EndLine> {
  let last = "";
  for await (const line of backupLines(d1, as)) last = line;
  return JSON.parse(last) as EndLine;
}

export async function migrationsOf(d1: D1Database): Promise<string[]> {
  const { results } = await d1.prepare("SELECT name FROM d1_migrations ORDER BY name").all<{ name: string }>();
  return results.map(({ name }) => name);
}

async function stateOf(d1: D1Database): Promise<{ revision: number; lineage: string }> {
  const state = await d1
    .prepare(
      "SELECT coalesce(max(number), 0) AS revision, coalesce((SELECT lineage FROM lineages), '') AS lineage FROM revisions",
    )
    .first<{ revision: number; lineage: string }>();
  return state!;
}
