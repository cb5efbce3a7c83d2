import type { D1Client } from "../../../drizzle/client/d1-client.ts";

/** The keys of statuses that came after others of their alliance, by the ids of those; of a claim that is out of count none does. */
export async function readLaterStatuses(d1: D1Client, ids: readonly number[]): Promise<Map<number, string>> {
  const { results } = await d1
    .prepare(
      `SELECT own.id, later.key FROM json_each(?) AS wanted
      JOIN alliance_statuses AS own ON own.id = wanted.value
      JOIN alliance_statuses AS later ON later.alliance_id = own.alliance_id
        AND later.id <> own.id AND later.rank <> 'DEPRECATED' AND later.from_earliest > own.from_earliest
      ORDER BY later.from_earliest DESC`,
    )
    .bind(JSON.stringify(ids))
    .all<{ id: number; key: string }>();
  return new Map(results.map(({ id, key }) => [id, key]));
}
