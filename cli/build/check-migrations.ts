/** Fails where the migrations do not make the tables of drizzle/tables with their history, or the views of drizzle/views. */
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SQLiteDialect } from "drizzle-orm/sqlite-core/dialect";
import { historyMigration } from "../../drizzle/history/migration.ts";
import { views } from "../../drizzle/views/index.ts";
import { existingIn, migratedDatabase, MIGRATIONS, textsOf } from "../local/migrated-database.ts";
import { root, runTool } from "../local/tool.ts";

const database = migratedDatabase();

function complain(complaint: string): void {
  console.error(complaint);
  process.exitCode = 1;
}

function checkTables(): void {
  const folder = mkdtempSync(join(tmpdir(), "entente-migrations-"));
  cpSync(MIGRATIONS, folder, { recursive: true });
  const tables = join(root, "drizzle/tables/index.ts");
  const { ok, output } = runTool(
    "drizzle-kit",
    "generate",
    "--dialect=sqlite",
    `--schema=${tables}`,
    `--out=${folder}`,
  );
  const missing = readdirSync(folder).length - readdirSync(MIGRATIONS).length;
  rmSync(folder, { recursive: true });
  if (!ok) complain(output);
  if (missing !== 0) complain("drizzle/tables has changed: run npm run migration -- NAME");
}

function checkHistory(): void {
  const [first] = historyMigration(existingIn(database));
  if (first === undefined) return;
  complain(`The history is out of step: run npm run migration -- NAME --history, which would begin with\n${first}`);
}

function checkViews(): void {
  const texts = textsOf(database, "view");
  const dialect = new SQLiteDialect();
  for (const [view, query] of Object.entries(views)) {
    if (texts.get(view) === `CREATE VIEW ${view} AS ${dialect.sqlToQuery(query()).sql}`) continue;
    complain(`The view ${view} has changed: run npm run migration -- NAME --views`);
  }
}

checkTables();
checkHistory();
checkViews();
