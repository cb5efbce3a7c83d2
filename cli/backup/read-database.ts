import { type EndLine, type Header, type Line, LineSum } from "./backup-line.ts";
import { storedTables } from "./stored-table.ts";
import { tableRows } from "./table-row.ts";

/** The lines of a backup of a database. */
export async function* backupLines(d1: D1Database): AsyncGenerator<string> {
  const sum = new LineSum();
  const revision = await lastRevision(d1);
  const header: Header = { backup: "entente", version: 1, revision, migrations: await migrationsOf(d1) };
  yield sum.add(header);
  for (const table of await storedTables(d1)) {
    yield sum.add({ table: table.name, columns: table.columns } satisfies Line);
    for await (const row of tableRows(d1, table)) yield sum.add(row);
  }
  if ((await lastRevision(d1)) !== revision) {
    throw new Error("the data was changed while it was read: back it up again");
  }
  yield `${JSON.stringify(sum.end())}\n`;
}

/** What the end line of a backup of a database would be. */
export async function endLineOf(d1: D1Database): Promise<EndLine> {
  let last = "";
  for await (const line of backupLines(d1)) last = line;
  return JSON.parse(last) as EndLine;
}

export async function migrationsOf(d1: D1Database): Promise<string[]> {
  const { results } = await d1.prepare("SELECT name FROM d1_migrations ORDER BY name").all<{ name: string }>();
  return results.map(({ name }) => name);
}

async function lastRevision(d1: D1Database): Promise<number> {
  const last = await d1.prepare("SELECT coalesce(max(number), 0) AS number FROM revisions").first<number>("number");
  return last ?? 0;
}
