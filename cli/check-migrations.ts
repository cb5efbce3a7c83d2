/** Fails where the migrations do not make the tables of drizzle/tables, or the views of drizzle/views. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { SQLiteDialect } from "drizzle-orm/sqlite-core/dialect";
import { views } from "../drizzle/views/index.ts";
import { root, runTool } from "./tool.ts";

const MIGRATIONS = join(root, "drizzle/migrations");

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

function checkViews(): void {
  const database = new DatabaseSync(":memory:");
  for (const folder of readdirSync(MIGRATIONS).toSorted()) {
    database.exec(readFileSync(join(MIGRATIONS, folder, "migration.sql"), "utf8"));
  }
  const made = database.prepare("select name, sql from sqlite_master where type = 'view'").all();
  const texts = new Map(made.map(({ name, sql }) => [name, sql]));
  const dialect = new SQLiteDialect();
  for (const [view, query] of Object.entries(views)) {
    if (texts.get(view) === `CREATE VIEW ${view} AS ${dialect.sqlToQuery(query()).sql}`) continue;
    complain(`The view ${view} has changed: run npm run migration -- NAME --views`);
  }
}

checkTables();
checkViews();
