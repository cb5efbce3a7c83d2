import type { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { d1OverSqlite } from "../../bench/data/d1-over-sqlite.ts";
import { fill } from "../../bench/data/fill.ts";
import { generateRows } from "../../cli/local/generated/rows.ts";
import { loadDatasetInto } from "../../cli/command/load.ts";
import { reindex } from "../../cli/local/reindex.ts";
import { migratedDatabase } from "../../cli/local/migrated-database.ts";

const STATEMENTS = 500;

async function loadedDatabase(): Promise<DatabaseSync> {
  const database = migratedDatabase();
  await loadDatasetInto(d1OverSqlite(database));
  return database;
}

/** All rows by table, in an order of their own; but for history, of which generated rows have none in the bench. */
function rowsOf(database: DatabaseSync): Map<string, string[]> {
  const tables = database
    .prepare(
      `select name from sqlite_master where type = 'table' and name not glob '*_history' and name <> 'changes'
        and sql not like 'create virtual%' and name not glob 'entry_words_*' and name not glob 'entry_pairs_*' and name not glob 'name_*'`,
    )
    .all()
    .map(({ name }) => String(name));
  const columnsOf = (table: string) =>
    database
      .prepare("select name from pragma_table_xinfo(?)")
      .all(table)
      .map(({ name }) => String(name))
      // Tallies number their rows as they come.
      .filter((name) => name !== "id" || !table.endsWith("_counts"));
  return new Map(
    tables.map((table) => {
      const rows = database
        .prepare(
          `select ${columnsOf(table)
            .map((name) => `"${name}"`)
            .join(", ")} from ${table}`,
        )
        .all();
      return [table, rows.map((row) => JSON.stringify(row)).toSorted()];
    }),
  );
}

const found = (database: DatabaseSync, index: string, words: string) =>
  database.prepare(`select rowid from ${index} where ${index} match ? order by rowid`).all(words);

test.each([
  ["statements", { statements: STATEMENTS, memberships: 0 }],
  ["memberships", { statements: 0, memberships: 2000 }],
])(
  "the bench fills a database with the %s that npm run generate writes, kept counts and indexes included",
  async (_, wanted) => {
    const [generated, filled] = [await loadedDatabase(), await loadedDatabase()];
    await generateRows(d1OverSqlite(generated), { ...wanted, seed: 1 });
    await reindex(d1OverSqlite(generated));
    await fill(filled, wanted);
    const withoutTime = (rows: Map<string, string[]>) =>
      new Map([...rows].filter(([table]) => table !== "revisions" && table !== "lineages"));
    expect(withoutTime(rowsOf(filled))).toEqual(withoutTime(rowsOf(generated)));
    for (const table of ["memberships", "alliance_statuses"]) {
      expect(filled.prepare(`select * from ${table} where attested_until is null`).all()).toEqual([]);
    }
    for (const [index, words] of [
      ["entry_words", "security OR alliance"],
      ["name_terms", "generated"],
      ["name_triples", "ner"],
    ] as const) {
      expect(found(filled, index, words).length).toBeGreaterThan(0);
      expect(found(filled, index, words)).toEqual(found(generated, index, words));
    }
    const made = "select type, name, sql from sqlite_master where name not glob 'sqlite_*' order by type, name";
    expect(filled.prepare(made).all()).toEqual(generated.prepare(made).all());
  },
);
