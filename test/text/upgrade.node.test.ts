import { globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { d1OverSqlite } from "../../bench/data/d1-over-sqlite.ts";
import { loadDatasetInto } from "../../cli/command/load.ts";
import { withLocalDatabase } from "../../cli/local/local-database.ts";
import { migrate } from "../../cli/local/migrate.ts";
import { migratedDatabase, MIGRATIONS } from "../../cli/local/migrated-database.ts";
import { liveTables } from "../../drizzle/history/live-table.ts";
import { textIndexes } from "../../drizzle/search/index-name.ts";
import { countStale } from "../../drizzle/search/mend.ts";
import { revise } from "../../src/changes/write/revision.ts";
import { actorsFound, wordsIn } from "./local-search.ts";

const OLD_INDEXES = ["search_index", "name_words", "name_trigrams"];
const migrations = globSync("*/migration.sql", { cwd: MIGRATIONS }).toSorted();
const CONTRACT = migrations.find((file) => dirname(file).endsWith("_search-contract"))!;

let folder: string;
const on = <T>(use: (d1: D1Database) => Promise<T>) => withLocalDatabase(folder, use);
const loaded = migratedDatabase();

/** A migration, as wrangler applies it: whole or not at all. */
function apply(d1: D1Database, file: string): Promise<unknown> {
  const statements = readFileSync(join(MIGRATIONS, file), "utf8").split("--> statement-breakpoint");
  return d1.batch([
    ...statements.map((statement) => d1.prepare(statement)),
    d1.prepare("INSERT INTO d1_migrations (name) VALUES (?)").bind(file),
  ]);
}

/** The rows of the data set, by SQL, in the columns that there are: what is kept beside them, their triggers write. */
async function fill(d1: D1Database): Promise<void> {
  const present = await d1.batch<{ name: string }>(
    liveTables.map(({ name }) => d1.prepare("SELECT name FROM pragma_table_info(?)").bind(name)),
  );
  const inserts = liveTables.flatMap(({ name }, index) => {
    const columns = present[index]!.results.map((column) => column.name);
    // What refers to a noun that came later has no place in the old tables.
    const isOld = ([column, value]: [string, unknown]) =>
      value === null || !column.endsWith("_id") || columns.includes(column);
    const rows = loaded
      .prepare(`SELECT * FROM ${name}`)
      .all()
      .filter((row) => columns.length > 0 && Object.entries(row).every(isOld));
    const cells = columns.map((column) => `value ->> '${column}'`).join(", ");
    const insert = `INSERT INTO ${name} (${columns.join(", ")}) SELECT ${cells} FROM json_each(?)`;
    return rows.length === 0 ? [] : [d1.prepare(insert).bind(JSON.stringify(rows))];
  });
  await revise(d1, { at: "2026-11-24T00:00:00.000Z", author: "test", reason: "The data set" }, inserts);
}

async function indexesIn(d1: D1Database): Promise<string[]> {
  const sql = "SELECT name FROM sqlite_master WHERE sql LIKE 'create virtual%' ORDER BY name";
  return (await d1.prepare(sql).all<{ name: string }>()).results.map(({ name }) => name);
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "entente-upgrade-"));
  await loadDatasetInto(d1OverSqlite(loaded));
  const before = migrations.slice(0, migrations.findIndex((file) => dirname(file).endsWith("_horizon-views")) + 1);
  await on(async (d1) => {
    await d1
      .prepare(
        "CREATE TABLE d1_migrations (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE, applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL)",
      )
      .run();
    for (const file of before) await apply(d1, file);
    await fill(d1);
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("the migration that takes the old indexes away stops while an entry is stale, and changes nothing", async () => {
  await on(async (d1) => {
    expect(await indexesIn(d1)).toEqual(OLD_INDEXES.toSorted());
    for (const file of migrations.slice(0, migrations.indexOf(CONTRACT))) {
      const isApplied = await d1.prepare("SELECT 1 FROM d1_migrations WHERE name = ?").bind(file).first();
      if (isApplied === null) await apply(d1, file);
    }
    expect(await countStale(d1)).toBeGreaterThan(100);
    await expect(apply(d1, CONTRACT)).rejects.toThrow("reindex_first");
    expect(await indexesIn(d1)).toEqual([...OLD_INDEXES, ...textIndexes].toSorted());
    expect(await d1.prepare("SELECT 1 FROM sqlite_master WHERE name = 'search_contract'").first()).toBeNull();
    expect(await d1.prepare("SELECT count(*) AS rows FROM search_index").first("rows")).toBeGreaterThan(100);
  });
});

test("a database from before is folded where it is migrated, finds what it has, and has the old indexes no more", async () => {
  await migrate(folder);
  await on(async (d1) => {
    expect(await indexesIn(d1)).toEqual(textIndexes.toSorted());
    expect(await countStale(d1)).toBe(0);
    expect(await actorsFound(d1, "TURKIYE")).toContain("turkiye");
    expect(await actorsFound(d1, "日本")).toContain("japan");
    expect(await wordsIn(d1)).toEqual(await wordsIn(d1OverSqlite(loaded)));
  });
});
