/** How generated rows get into their tables: those of a chunk as one JSON parameter a table. */

/** What every revision of generated rows says of itself. */
export const WRITTEN = { at: "2026-11-24T00:00:00.000Z", author: "npm run generate", reason: "Rows to measure with" };

const DAYS = "from_edtf, to_edtf, from_earliest, from_latest, to_earliest, to_latest";
const columns = (count: number) => Array.from({ length: count }, (_, place) => `value ->> ${place}`).join(", ");
const inserted = (table: string, names: string) =>
  `insert into ${table} (${names}) select ${columns(names.split(",").length)} from json_each(?)`;

/** In the order in which they refer to each other. */
const INSERT = {
  actors: `insert into actors (id, slug, type, organization_type, name)
    select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 from json_each(?)`,
  articles: `insert into articles (id, slug, title, publisher_id, url, published_on, published_earliest, published_latest, language)
    select value ->> 0, value ->> 1, value ->> 2, value ->> 3, 'https://example.com/' || (value ->> 1),
      value ->> 4, value ->> 4, value ->> 4, value ->> 5 from json_each(?)`,
  statements: `insert into statements (id, key, form, text, language, speaker_id, relayed_by_id, said_on, said_earliest, said_latest, article_id)
    select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7,
      value ->> 8, value ->> 9, value ->> 10 from json_each(?)`,
  targets: `insert into statement_targets (statement_id, actor_id, alliance_id, stance, speaker_id, article_id, said_earliest)
    select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6 from json_each(?)`,
  citations: `insert into citations (statement_id, article_id, exact)
    select value ->> 0, value ->> 1, value ->> 2 from json_each(?)`,
  states: inserted("actors", "id, slug, type, name"),
  registers: inserted("articles", "id, slug, title, url, published_on, published_earliest, published_latest, language"),
  treaties: inserted("alliances", "id, slug, name, kind"),
  statuses: inserted("alliance_statuses", `id, key, alliance_id, code, rank, ${DAYS}`),
  memberships: inserted("memberships", `id, key, actor_id, alliance_id, role, rank, ${DAYS}`),
  statusCitations: inserted("citations", "article_id, alliance_status_id"),
  membershipCitations: inserted("citations", "article_id, membership_id"),
};

export type Rows = Partial<Record<keyof typeof INSERT, unknown[][]>>;

export function addTo(rows: Rows, more: Rows): void {
  for (const [table, values] of Object.entries(more)) (rows[table as keyof Rows] ??= []).push(...values);
}

/** In the order of the tables, so that what is referred to is there. */
export function insertsOf(d1: D1Database, rows: Rows): D1PreparedStatement[] {
  return Object.entries(INSERT).flatMap(([table, sql]) => {
    const values = rows[table as keyof Rows] ?? [];
    return values.length === 0 ? [] : [d1.prepare(sql).bind(JSON.stringify(values))];
  });
}
