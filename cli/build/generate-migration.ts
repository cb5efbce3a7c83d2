/**
 * `npm run migration -- NAME`: writes the migration for what has changed in drizzle/tables, with
 * STRICT tables, which drizzle-kit does not know. `npm run migration -- NAME --views` writes one
 * that makes all views anew from drizzle/views; `--history` one that brings the history tables and
 * their triggers into step with drizzle/tables; `--search` one that makes the full-text indexes that are missing, and their
 * triggers anew, from drizzle/search, and marks all texts as stale.
 */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import type { SQL } from "drizzle-orm";
import { SQLiteDialect } from "drizzle-orm/sqlite-core/dialect";
import { historyMigration } from "../../drizzle/history/migration.ts";
import { creatingIndexes } from "../../drizzle/search/index-table.ts";
import { markingAllEntries } from "../../drizzle/search/text-version.ts";
import { searchTriggers } from "../../drizzle/search/trigger.ts";
import { views } from "../../drizzle/views/index.ts";
import { type Around, keepingAround, type TriggerOn } from "./recreated-table.ts";
import { existingIn, migratedDatabase, MIGRATIONS } from "../local/migrated-database.ts";

const BREAKPOINT = "--> statement-breakpoint\n";
const written: Readonly<Record<string, () => string>> = {
  "--views": createViews,
  "--history": bringHistory,
  "--search": createSearch,
};

const [name, flag] = process.argv.slice(2);
if (name === undefined) {
  console.error("npm run migration -- NAME [--views | --history | --search]");
  process.exit(2);
}

const write = written[flag ?? ""];
const before = new Set(readdirSync(MIGRATIONS));
const kit = ["generate", "--config", "drizzle/drizzle.config.ts", "--name", name];
// Written before drizzle-kit makes the file, which would be one of the migrations.
const text = write?.();
const around: Around = { triggers: triggersIn(migratedDatabase()), views: viewStatements() };
const { status } = spawnSync("drizzle-kit", write === undefined ? kit : [...kit, "--custom"], { stdio: "inherit" });
if (status !== 0) process.exit(status ?? 1);

for (const folder of readdirSync(MIGRATIONS).filter((entry) => !before.has(entry))) {
  const file = join(MIGRATIONS, folder, "migration.sql");
  writeFileSync(file, text ?? keepingAround(strict(readFileSync(file, "utf8")), around));
}

function strict(migration: string): string {
  return migration.replace(/(CREATE TABLE [\s\S]*?\n\));/g, "$1 STRICT;");
}

function createViews(): string {
  return Object.entries(viewStatements())
    .flatMap(([view, statement]) => [`DROP VIEW IF EXISTS ${view};\n`, `${statement};\n`])
    .join(BREAKPOINT);
}

function viewStatements(): Record<string, string> {
  const dialect = new SQLiteDialect();
  const statement = (view: string, query: () => SQL) => `CREATE VIEW ${view} AS ${dialect.sqlToQuery(query()).sql}`;
  return Object.fromEntries(Object.entries(views).map(([view, query]) => [view, statement(view, query)]));
}

function triggersIn(database: DatabaseSync): TriggerOn[] {
  const rows = database.prepare("SELECT tbl_name AS name, sql FROM sqlite_master WHERE type = 'trigger'").all();
  return rows.map(({ name, sql }) => ({ table: String(name), sql: String(sql) }));
}

function createSearch(): string {
  const triggers = searchTriggers().flatMap(({ name, sql }) => [`DROP TRIGGER IF EXISTS ${name}`, sql]);
  return [...creatingIndexes, ...triggers, ...markingAllEntries].map((statement) => `${statement};\n`).join(BREAKPOINT);
}

function bringHistory(): string {
  return historyMigration(existingIn(migratedDatabase()))
    .map((statement) => `${statement};\n`)
    .join(BREAKPOINT);
}
