import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { RESTORE_BROKE_OFF } from "../../drizzle/client/revision-range.ts";
import type { Use } from "./database-hold.ts";
import { withLocalDatabase } from "./local-database.ts";
import { reindex } from "./reindex.ts";
import { root } from "./tool.ts";

const MIGRATIONS = join(root, "drizzle/migrations");
const BREAKPOINT = "--> statement-breakpoint";

/**
 * Lends a local database, as of `wrangler dev --persist-to`, that is at the last migration.
 * @throws where a restore into it broke off
 */
export function withMigratedDatabase<T>(
  persistTo: string,
  use: (d1: D1Database) => Promise<T>,
  hold?: Use,
): Promise<T> {
  const checked = async (d1: D1Database) => {
    await applyMigrations(d1);
    if ((await d1.prepare("SELECT 1 FROM lineages").first()) === null) throw new Error(RESTORE_BROKE_OFF);
    return use(d1);
  };
  return withLocalDatabase(persistTo, checked, hold);
}

/** Brings a local database to the last migration. */
export function migrate(persistTo: string): Promise<void> {
  return withMigratedDatabase(persistTo, () => Promise.resolve());
}

/**
 * Each migration whole or not at all, noted as `wrangler d1 migrations apply` notes it, which takes
 * fifteen seconds and 600 MiB for the same.
 */
export async function applyMigrations(d1: D1Database): Promise<void> {
  await d1
    .prepare(
      "CREATE TABLE IF NOT EXISTS d1_migrations(id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE, applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL)",
    )
    .run();
  const { results } = await d1.prepare("SELECT name FROM d1_migrations").all<{ name: string }>();
  const applied = new Set(results.map(({ name }) => name));
  for (const file of globSync("*/migration.sql", { cwd: MIGRATIONS }).toSorted()) {
    const name = file.replaceAll("\\", "/");
    if (applied.has(name)) continue;
    const statements = readFileSync(join(MIGRATIONS, file), "utf8").split(BREAKPOINT);
    const apply = () =>
      d1.batch([
        ...statements.map((statement) => d1.prepare(statement)),
        d1.prepare("INSERT INTO d1_migrations (name) VALUES (?1)").bind(name),
      ]);
    try {
      await apply();
    } catch (error) {
      if (!isStopped(error)) throw error;
      await reindex(d1);
      await apply();
    }
  }
}

/** A migration waits for texts to be folded that it would take the old index of away. */
function isStopped(error: unknown): boolean {
  return error instanceof Error && error.message.includes("reindex_first");
}
