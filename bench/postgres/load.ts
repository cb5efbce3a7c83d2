import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type pg from "pg";

/** What the questions ask of. */
const TABLES = [
  "actors",
  "aliases",
  "identifiers",
  "alliances",
  "alliance_statuses",
  "memberships",
  "articles",
  "citations",
  "statements",
  "statement_targets",
  "statement_counts",
  "mention_counts",
  "revisions",
];
const TYPES: Readonly<Record<string, string>> = { INTEGER: "integer", TEXT: "text" };
const CHUNK = 20_000;

/** Makes the tables of a SQLite database in PostgreSQL, with their rows, keys and indexes, and what schema.sql adds. */
export async function loadPostgres(client: pg.Client, file: string): Promise<void> {
  const sqlite = new DatabaseSync(file, { readOnly: true });
  try {
    for (const table of TABLES) {
      await loadTable(client, sqlite, table);
    }
    for (const statement of [...indexes(sqlite), ...foreignKeys(sqlite), partnerships(sqlite)]) {
      await client.query(statement);
    }
    await client.query(readFileSync(join(import.meta.dirname, "schema.sql"), "utf8"));
    await client.query("analyze");
  } finally {
    sqlite.close();
  }
}

interface Column {
  name: string;
  type: string;
  notnull: number;
  pk: number;
}

async function loadTable(client: pg.Client, sqlite: DatabaseSync, table: string): Promise<void> {
  const columns = sqlite
    .prepare('select name, type, "notnull", pk from pragma_table_xinfo(?) where hidden = 0')
    .all(table) as unknown as Column[];
  const named = columns.map(({ name, type, notnull }) => `"${name}" ${TYPES[type]!}${notnull ? " not null" : ""}`);
  const keys = columns.filter(({ pk }) => pk > 0).map(({ name }) => `"${name}"`);
  await client.query(`create table ${table} (${named.join(", ")}, primary key (${keys.join(", ")}))`);
  const list = columns.map(({ name }) => `"${name}"`).join(", ");
  let chunk: object[] = [];
  const flush = async () => {
    await client.query(
      `insert into ${table} (${list}) select ${list} from json_populate_recordset(null::${table}, $1::json)`,
      [JSON.stringify(chunk)],
    );
    chunk = [];
  };
  for (const row of sqlite.prepare(`select ${list} from ${table}`).iterate()) {
    chunk.push(row);
    if (chunk.length === CHUNK) await flush();
  }
  await flush();
}

/**
 * Those of SQLite, whose text PostgreSQL reads. What has a value is indexed with what has none, and what is unique is a constraint, since
 * PostGraphile makes its fields of these; statements are ordered by their id itself.
 */
function indexes(sqlite: DatabaseSync): string[] {
  return sqlite
    .prepare("select name, tbl_name as owner, sql from sqlite_master where type = 'index' and sql is not null")
    .all()
    .filter(({ owner }) => TABLES.includes(String(owner)))
    .map(({ name, owner, sql }) => {
      const text = String(sql)
        .replace(/ WHERE \w+ IS NOT NULL$/i, "")
        .replaceAll("`ordinal`", "`id`")
        .replaceAll("`", '"');
      const columns = /\(.*\)/.exec(text)![0];
      return /^create unique/i.test(text)
        ? `alter table ${String(owner)} add constraint "${String(name)}" unique ${columns}`
        : text;
    });
}

function foreignKeys(sqlite: DatabaseSync): string[] {
  return TABLES.flatMap((table) =>
    sqlite
      .prepare('select "table" as target, "from" as own, "to" as theirs from pragma_foreign_key_list(?)')
      .all(table)
      .filter(({ target }) => TABLES.includes(String(target)))
      .map(
        ({ target, own, theirs }) =>
          `alter table ${table} add foreign key ("${String(own)}") references ${String(target)} ("${String(theirs)}")`,
      ),
  );
}

/** The view, whose greatest of several values has another name here. */
function partnerships(sqlite: DatabaseSync): string {
  const { sql } = sqlite.prepare("select sql from sqlite_master where name = 'partnerships'").get() as { sql: string };
  return sql.replaceAll("max(", "greatest(").replaceAll("min(", "least(");
}
