/**
 * Fills a database that holds the data set with generated statements and memberships: the same rows that `npm run generate` writes, in
 * seconds, since triggers are away meanwhile, and what they would have kept is written afterwards at once. Of generated
 * rows there is no history, which no question reads.
 */
import type { DatabaseSync } from "node:sqlite";
import { claimTables } from "../../drizzle/claim/deciding.ts";
import { fillDeciding } from "../../drizzle/claim/trigger.ts";
import { generateRows } from "../../cli/local/generated/rows.ts";
import { reindex } from "../../cli/local/reindex.ts";
import { d1OverSqlite } from "./d1-over-sqlite.ts";

const SEED = 1;

/** All generated rows have texts that nobody has folded. */
const MARKED = [
  "insert or ignore into stale_entries (id, mark) select 16 * id, 1 from actors where slug glob 'generated-*'",
  "insert or ignore into stale_entries (id, mark) select 16 * id + 1, 1 from alliances where slug glob 'generated-*'",
  "insert or ignore into stale_entries (id, mark) select 16 * id + 2, 1 from articles where slug glob 'generated-*'",
  "insert or ignore into stale_entries (id, mark) select 16 * id + 3, 1 from statements where key glob 'generated-*'",
  "insert or ignore into stale_entries (id, mark) select 16 * citations.id + 4, 1 from citations join statements on statements.id = statement_id where exact is not null and key glob 'generated-*'",
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

export interface Filling {
  statements: number;
  memberships: number;
}

/** Of memberships it is worked out how long they are borne out, for which the indexes are needed. */
export async function fill(database: DatabaseSync, { statements, memberships }: Filling): Promise<void> {
  database.exec(
    "pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -400000; pragma foreign_keys = off",
  );
  const made = database
    .prepare(
      `select type, name, sql from sqlite_master where type = 'trigger' or (type = 'index' and sql is not null and ? = 0
        and tbl_name in ('actors', 'articles', 'statements', 'statement_targets', 'citations'))`,
    )
    .all(memberships) as { type: string; name: string; sql: string }[];
  for (const { type, name } of made) database.exec(`drop ${type} \`${name}\``);
  await generateRows(d1OverSqlite(database), { statements, memberships, seed: SEED });
  database.exec("begin");
  for (const { type, sql } of made) if (type === "index") database.exec(sql);
  for (const step of [...MARKED, ...COUNTED, ...claimTables.map(fillDeciding)]) database.exec(step);
  for (const { type, sql } of made) if (type === "trigger") database.exec(sql);
  database.exec("commit");
  await reindex(d1OverSqlite(database));
}
