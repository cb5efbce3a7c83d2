import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { existingIn, migratedDatabase, MIGRATIONS } from "../../cli/local/migrated-database.ts";
import { historyMigration } from "../../drizzle/history/migration.ts";
import { liveTables } from "../../drizzle/history/live-table.ts";

function execute(database: DatabaseSync, statements: readonly string[]): void {
  for (const statement of statements) database.exec(statement);
}

describe("the history that migrations make", () => {
  it("is in step with the tables", () => {
    expect(historyMigration(existingIn(migratedDatabase()))).toEqual([]);
  });

  it("begins with the last revision that there is, and with all rows", () => {
    const database = new DatabaseSync(":memory:");
    const folders = readdirSync(MIGRATIONS).toSorted();
    const first = folders.findIndex((folder) => folder.endsWith("_revision-open"));
    const migrate = (some: readonly string[]) =>
      execute(
        database,
        some.map((folder) => readFileSync(join(MIGRATIONS, folder, "migration.sql"), "utf8")),
      );
    migrate(folders.slice(0, first));
    execute(database, [
      "insert into revisions (number, at, author, reason) values (1, '2026-01-01', 'a', 'x'), (2, '2026-01-02', 'a', 'x')",
      "insert into actors (id, slug, type, name) values (7, 'japan', 'STATE', 'Japan')",
      "insert into aliases (id, actor_id, name, sort) values (9, 7, 'Nippon', 'NATIVE')",
    ]);
    // The next one waits for texts to be folded.
    migrate(
      folders.slice(
        first,
        folders.findIndex((folder) => folder.endsWith("_search-contract")),
      ),
    );
    const spans = (table: string) =>
      database.prepare(`select id, name, from_revision, to_revision from ${table}_history`).all();
    expect(spans("actors")).toEqual([{ id: 7, name: "Japan", from_revision: 2, to_revision: null }]);
    expect(spans("aliases")).toEqual([{ id: 9, name: "Nippon", from_revision: 2, to_revision: null }]);
    expect(database.prepare("select * from changes").all()).toEqual([
      { revision: 2, noun: "actors", node_id: 7, action: "CREATED" },
    ]);
    expect(() => database.exec("update actors set name = 'x'")).toThrow("no revision is open");
  });

  it("takes in a new column with what it holds now, and lets go of one that is gone", () => {
    const database = migratedDatabase();
    execute(database, [
      "insert into revisions (number, at, author, reason, open) values (1, '2026-01-01', 'a', 'x', 1)",
      "insert into actors (id, slug, type, name, description) values (7, 'japan', 'STATE', 'Japan', 'A state')",
      "update revisions set open = 0",
      ...["insert", "update", "delete"].map((event) => `drop trigger actors_history_${event}`),
      "alter table actors_history drop column description",
      "alter table actors_history add column gone text",
    ]);
    const statements = historyMigration(existingIn(database));
    execute(database, statements);
    expect(database.prepare("select * from actors_history").get()).toMatchObject({
      name: "Japan",
      description: "A state",
    });
    expect(historyMigration(existingIn(database))).toEqual([]);
  });

  it("has a new column of rows that are gone hold what it has where nothing is said, never null", () => {
    const database = migratedDatabase();
    execute(database, [
      "insert into revisions (number, at, author, reason, open) values (1, '2026-01-01', 'a', 'x', 1)",
      `insert into articles (id, slug, title, title_is_description, language, published_earliest, published_latest)
         values (3, 'leak', 'A leak', 1, 'en', '0000-01-01', '9999-12-31')`,
      "update revisions set open = 0 where open = 1",
      "insert into revisions (number, at, author, reason, open) values (2, '2026-01-02', 'a', 'x', 1)",
      "update articles set title = 'A leak, told of'",
      "update revisions set open = 0 where open = 1",
      ...["insert", "update", "delete"].map((event) => `drop trigger articles_history_${event}`),
      "alter table articles_history drop column title_is_description",
    ]);
    execute(database, historyMigration(existingIn(database)));
    expect(
      database.prepare("select title, title_is_description from articles_history order by from_revision").all(),
    ).toEqual([
      { title: "A leak", title_is_description: 0 },
      { title: "A leak, told of", title_is_description: 1 },
    ]);
  });

  describe("is found out of step, and brought into step again, after", () => {
    it.each([
      "drop trigger offices_history_delete",
      "drop trigger revisions_update",
      "drop index actors_name_history",
      "drop index changes_node",
      "create table ghosts_history (id integer) strict",
      "create trigger ghosts_history_insert after insert on actors begin select 1; end",
      ...liveTables.map(({ name }) => `alter table ${name}_history add column ghost text`),
    ])("%s", (damage) => {
      const database = migratedDatabase();
      database.exec(damage);
      const statements = historyMigration(existingIn(database));
      expect(statements).not.toEqual([]);
      execute(database, statements);
      expect(historyMigration(existingIn(database))).toEqual([]);
    });
  });
});
