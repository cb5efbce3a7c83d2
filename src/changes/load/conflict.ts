import { getTableName } from "drizzle-orm";
import type { D1Client } from "../../../drizzle/client/d1-client.ts";
import type { ChangeKey } from "../../../drizzle/history/field-change.ts";
import { nouns, type RowKey } from "../../nouns/index.ts";

/** What has changed the rows or their parts after a revision, the oldest first. */
export async function changesSince(d1: D1Client, revision: number, rows: readonly RowKey[]): Promise<ChangeKey[]> {
  const keys = rows.map(({ noun, id }) => [getTableName(nouns[noun].table), id]);
  const { results } = await d1
    .prepare(
      `SELECT DISTINCT changes.noun, changes.node_id AS nodeId, changes.revision AS revisionNumber FROM json_each(?) AS wanted
      JOIN changes ON changes.noun = wanted.value ->> 0 AND changes.node_id = wanted.value ->> 1 AND changes.revision > ?
      ORDER BY changes.revision, changes.noun, changes.node_id`,
    )
    .bind(JSON.stringify(keys), revision)
    .all<ChangeKey>();
  return results;
}
