import { run } from "../revise.ts";

const numbers = (most: number) =>
  `(WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${most}) SELECT i FROM n)`;

const cited = (column: string, table: string) =>
  `INSERT INTO citations (article_id, exact, ${column}) SELECT 1 + i % 20, '${column} ' || ${table}.id || ' ' || i, ${table}.id FROM ${table}, ${numbers(60)}`;

/** Has lists hold more than changes let them, as those of a database may that was written before there was a bound. */
export async function overfill(): Promise<void> {
  await run(
    ...["actor", "alliance"].map(
      (owner) =>
        `INSERT INTO aliases (${owner}_id, name, sort) SELECT ${owner}s.id, 'Name ' || i, 'VARIANT' FROM ${owner}s, ${numbers(60)}`,
    ),
    `INSERT INTO identifiers (actor_id, scheme, value) SELECT actors.id, 'register', actors.id || '/' || i FROM actors, ${numbers(60)}`,
    cited("membership_id", "memberships"),
    cited("alliance_status_id", "alliance_statuses"),
    cited("obligation_id", "obligations"),
    cited("office_id", "offices"),
    cited("event_id", "events"),
    cited("statement_id", "statements"),
    `INSERT OR IGNORE INTO event_participants (event_id, actor_id, role) SELECT events.id, actors.id, role FROM events, actors, (SELECT DISTINCT role FROM event_participants) WHERE actors.id <= 90`,
    `INSERT OR IGNORE INTO statement_targets (statement_id, actor_id, stance, speaker_id, article_id, said_earliest) SELECT statements.id, actors.id, 'NEUTRAL', speaker_id, article_id, said_earliest FROM statements, actors WHERE actors.id <= 90`,
    `INSERT INTO alliance_statuses (key, alliance_id, code, from_edtf, to_edtf, from_earliest, from_latest, to_earliest, to_latest, rank) SELECT key || '/' || i, alliance_id, code, from_edtf, to_edtf, from_earliest, from_latest, to_earliest, to_latest, rank FROM alliance_statuses, ${numbers(40)} WHERE alliance_id <= 3`,
    `INSERT INTO events (key, kind, title, date, from_edtf, to_edtf, from_earliest, from_latest, to_earliest, to_latest, version_of_id) SELECT key || '/' || i, kind, title, date, from_edtf, to_edtf, from_earliest, from_latest, to_earliest, to_latest, id FROM events, ${numbers(15)} WHERE id <= 2`,
  );
}
