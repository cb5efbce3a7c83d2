import { getTableName } from "drizzle-orm";
import { connect } from "../../../drizzle/client/database.ts";
import type { D1Client } from "../../../drizzle/client/d1-client.ts";
import { type ChangeKey, readFieldChanges } from "../../../drizzle/history/field-change.ts";
import { pinned } from "../../../drizzle/query/time-travel.ts";
import { nouns, type RowKey } from "../../nouns/index.ts";
import { type Said, saidOf } from "../diff/said.ts";
import { readStored } from "./stored.ts";

/** What two have changed of a node: fields of its own, and lists of its parts. */
export interface Clash {
  row: RowKey;
  names: ReadonlySet<string>;
}

/** What was said of each row in a revision, in their order. */
export async function readSaid(d1: D1Client, revision: number, rows: readonly RowKey[]): Promise<Said[]> {
  const { nodes } = await readStored(pinned(d1, revision), rows);
  const byRow = new Map(nodes.map((node) => [keyOf(node), node]));
  return rows.map((row) => saidOf(byRow.get(keyOf(row))));
}

/** The changes after a revision that did something to what clashes, the oldest first. */
export async function changesSince(d1: D1Client, revision: number, clashes: readonly Clash[]): Promise<ChangeKey[]> {
  const named = new Map(
    clashes.map(({ row: { noun, id }, names }) => [`${getTableName(nouns[noun].table)} ${id}`, names]),
  );
  const { results } = await d1
    .prepare(
      `SELECT DISTINCT changes.noun, changes.node_id AS nodeId, changes.revision AS revisionNumber FROM json_each(?) AS wanted
      JOIN changes ON changes.noun = wanted.value ->> 0 AND changes.node_id = wanted.value ->> 1 AND changes.revision > ?
      ORDER BY changes.revision, changes.noun, changes.node_id`,
    )
    .bind(JSON.stringify(clashes.map(({ row: { noun, id } }) => [getTableName(nouns[noun].table), id])), revision)
    .all<ChangeKey>();
  const changes = await readFieldChanges(connect(d1), results);
  return results.filter(({ noun, nodeId }, index) =>
    changes[index]?.some(({ name }) => named.get(`${noun} ${nodeId}`)?.has(name)),
  );
}

function keyOf({ noun, id }: RowKey): string {
  return `${noun} ${id}`;
}
