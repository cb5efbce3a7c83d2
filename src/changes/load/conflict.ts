import { getTableName } from "drizzle-orm";
import { connect } from "../../../drizzle/client/database.ts";
import type { D1Client } from "../../../drizzle/client/d1-client.ts";
import { auditedFields } from "../../../drizzle/history/audited-field.ts";
import { type ChangeKey, readFieldChanges } from "../../../drizzle/history/field-change.ts";
import { liveTables } from "../../../drizzle/history/live-table.ts";
import { nouns, type RowKey } from "../../nouns/index.ts";

/** What has changed the rows or their parts after a revision, the oldest first; not what only worked something out anew of them. */
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
  const changes = await readFieldChanges(connect(d1), results);
  return results.filter((_, index) => {
    const fields = changes[index] ?? [];
    return fields.length === 0 || fields.some(({ name }) => !workedOut.has(name));
  });
}

/** The fields that are worked out of other rows. */
const workedOut: ReadonlySet<string> = new Set(
  liveTables.flatMap((table) => auditedFields(table).flatMap(({ name, isWorkedOut }) => (isWorkedOut ? [name] : []))),
);
