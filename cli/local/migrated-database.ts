import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Existing } from "../../drizzle/history/migration.ts";
import { root } from "./tool.ts";

export const MIGRATIONS = join(root, "drizzle/migrations");

/** An empty database in memory, as the migrations make it. */
export function migratedDatabase(): DatabaseSync {
  const database = new DatabaseSync(":memory:");
  for (const folder of readdirSync(MIGRATIONS).toSorted()) {
    database.exec(readFileSync(join(MIGRATIONS, folder, "migration.sql"), "utf8"));
  }
  return database;
}

/** The SQL of all views, indexes or triggers, by name. */
export function textsOf(database: DatabaseSync, type: "view" | "index" | "trigger"): Map<string, string> {
  const made = database.prepare("select name, sql from sqlite_master where type = ? and sql is not null").all(type);
  return new Map(made.map(({ name, sql }) => [String(name), String(sql)]));
}

/** The contents of the database, as far as its history goes. */
export function existingIn(database: DatabaseSync): Existing {
  const columns = database
    .prepare(
      "select t.name as tableName, c.name from pragma_table_list as t join pragma_table_xinfo(t.name) as c where t.schema = 'main' and t.type = 'table'",
    )
    .all() as { tableName: string; name: string }[];
  return {
    tables: new Map(
      [...Map.groupBy(columns, ({ tableName }) => tableName)].map(([table, own]) => [
        table,
        own.map(({ name }) => name),
      ]),
    ),
    indexes: textsOf(database, "index"),
    triggers: textsOf(database, "trigger"),
  };
}
