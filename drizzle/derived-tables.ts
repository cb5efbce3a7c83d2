import { type SQL, sql } from "drizzle-orm";

/** The tables whose rows `row_counts` counts. */
const counted = ["actors", "alliances", "articles", "statements", "memberships", "events", "citations"];

/**
 * Tables that triggers keep in step with others, by name, with a select of the same columns that
 * stands for them. They have no history: a pinned query reads the select.
 */
export const derivedTables: Readonly<Record<string, () => SQL>> = {
  row_counts: () => {
    const cases = counted.map((table) => `when '${table}' then (select count(*) from ${table})`).join(" ");
    return sql.raw(
      `select value as name, case value ${cases} end as count from json_each('${JSON.stringify(counted)}')`,
    );
  },
  // Rows of one each add up to the same, and unlike groups are looked up by the indexes beneath.
  statement_counts: () => sql`select speaker_id, form, 1 as count from statements`,
  mention_counts: () => sql`select actor_id, alliance_id, stance, 1 as count from statement_targets`,
  speaker_mention_counts: () =>
    sql`select actor_id, alliance_id, speaker_id, stance, 1 as count from statement_targets`,
};
