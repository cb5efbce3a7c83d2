import { globSync } from "node:fs";
import { join } from "node:path";
import { withLocalDatabase } from "./local-database.ts";
import { root, runTool } from "./tool.ts";

/** Brings the local database, as of `wrangler dev --persist-to`, to the last migration. */
export function migrate(persistTo: string): void {
  const { ok, output } = runTool("wrangler", "d1", "migrations", "apply", "DB", "--local", "--persist-to", persistTo);
  if (ok) return;
  console.error(output);
  throw new Error("the migrations could not be applied");
}

/** Lends a local database that is at the last migration. Wrangler, which takes seconds, is asked only where it is not. */
export async function withMigratedDatabase<T>(persistTo: string, use: (d1: D1Database) => Promise<T>): Promise<T> {
  const done = await withLocalDatabase(persistTo, async (d1) =>
    (await isMigrated(d1)) ? { value: await use(d1) } : null,
  );
  if (done !== null) return done.value;
  migrate(persistTo);
  return withLocalDatabase(persistTo, use);
}

async function isMigrated(d1: D1Database): Promise<boolean> {
  const { results: tables } = await d1.prepare("SELECT 1 FROM sqlite_master WHERE name = 'd1_migrations'").all();
  if (tables.length === 0) return false;
  const { results } = await d1.prepare("SELECT name FROM d1_migrations").all<{ name: string }>();
  const applied = new Set(results.map(({ name }) => name));
  const folder = join(root, "drizzle/migrations");
  return globSync("*/migration.sql", { cwd: folder }).every((name) => applied.has(name.replaceAll("\\", "/")));
}
