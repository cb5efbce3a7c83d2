/**
 * `npm run migration -- NAME`: writes the migration for what has changed in drizzle/tables, with
 * STRICT tables, which drizzle-kit does not know. `npm run migration -- NAME --views` writes one
 * that makes all views anew from drizzle/views.
 */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SQLiteDialect } from "drizzle-orm/sqlite-core/dialect";
import { views } from "../drizzle/views/index.ts";

const MIGRATIONS = "drizzle/migrations";
const [name, flag] = process.argv.slice(2);
if (name === undefined) {
  console.error("npm run migration -- NAME [--views]");
  process.exit(2);
}

const before = new Set(readdirSync(MIGRATIONS));
const kit = ["generate", "--config", "drizzle/drizzle.config.ts", "--name", name];
const { status } = spawnSync("drizzle-kit", flag === "--views" ? [...kit, "--custom"] : kit, { stdio: "inherit" });
if (status !== 0) process.exit(status ?? 1);

for (const folder of readdirSync(MIGRATIONS).filter((entry) => !before.has(entry))) {
  const file = join(MIGRATIONS, folder, "migration.sql");
  const text = flag === "--views" ? createViews() : strict(readFileSync(file, "utf8"));
  writeFileSync(file, text);
}

function strict(migration: string): string {
  return migration.replace(/(CREATE TABLE [\s\S]*?\n\));/g, "$1 STRICT;");
}

function createViews(): string {
  const dialect = new SQLiteDialect();
  return Object.entries(views)
    .map(
      ([view, query]) =>
        `DROP VIEW IF EXISTS ${view};\n--> statement-breakpoint\nCREATE VIEW ${view} AS ${dialect.sqlToQuery(query()).sql};\n`,
    )
    .join("--> statement-breakpoint\n");
}
