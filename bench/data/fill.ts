/**
 * Fills a database that holds the data set with generated statements: the same rows that `npm run generate` writes, in
 * seconds, since triggers are away meanwhile, and what they would have kept is written afterwards at once. Of generated
 * rows there is no history, which no question reads.
 */
import type { DatabaseSync } from "node:sqlite";
import { generateRows } from "../../cli/local/generated-rows.ts";
import { mergingTextIndexes } from "../../drizzle/search/merge-text-indexes.ts";
import { d1OverSqlite } from "./d1-over-sqlite.ts";

const SEED = 1;

/** The name of an actor, and its text, as in drizzle/migrations/*_search. */
const INDEXED = [
  "insert into search_index (rowid, name, aliases, text) select 4 * id, name, null, description from actors where slug glob 'generated-*'",
  "insert into name_words (rowid, name) select 4 * id, name from actors where slug glob 'generated-*'",
  "insert into name_trigrams (rowid, name) select 4 * id, name from actors where slug glob 'generated-*'",
  "insert into search_index (rowid, name, aliases, text) select 4 * id + 2, title, null, summary from articles where slug glob 'generated-*'",
  "insert into search_index (rowid, name, aliases, text) select 4 * id + 3, null, null, text from statements where key glob 'generated-*'",
];

/** As in drizzle/migrations/*_tallies. */
const COUNTED = [
  ...["actors", "alliances", "articles", "statements", "memberships", "events", "citations"].map(
    (table) => `insert or replace into row_counts (name, count) select '${table}', count(*) from ${table}`,
  ),
  "delete from statement_counts",
  "insert into statement_counts (speaker_id, form, count) select speaker_id, form, count(*) from statements group by speaker_id, form",
  "delete from mention_counts",
  "insert into mention_counts (actor_id, alliance_id, stance, count) select actor_id, alliance_id, stance, count(*) from statement_targets group by actor_id, alliance_id, stance",
  "delete from speaker_mention_counts",
  "insert into speaker_mention_counts (actor_id, alliance_id, speaker_id, stance, count) select actor_id, alliance_id, speaker_id, stance, count(*) from statement_targets group by actor_id, alliance_id, speaker_id, stance",
];

export async function fill(database: DatabaseSync, statements: number): Promise<void> {
  database.exec(
    "pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -400000; pragma foreign_keys = off",
  );
  const made = database
    .prepare(
      `select type, name, sql from sqlite_master where type = 'trigger' or (type = 'index' and sql is not null
        and tbl_name in ('actors', 'articles', 'statements', 'statement_targets', 'citations'))`,
    )
    .all() as { type: string; name: string; sql: string }[];
  for (const { type, name } of made) database.exec(`drop ${type} \`${name}\``);
  await generateRows(d1OverSqlite(database), { statements, seed: SEED });
  database.exec("begin");
  for (const { type, sql } of made) if (type === "index") database.exec(sql);
  for (const step of [...INDEXED, ...COUNTED]) database.exec(step);
  for (const { type, sql } of made) if (type === "trigger") database.exec(sql);
  for (const merging of mergingTextIndexes) database.exec(merging);
  database.exec("commit");
}
