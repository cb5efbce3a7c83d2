import type { D1Client } from "../client/d1-client.ts";
import { historyOf, liveTables } from "./live-table.ts";

/** A row that a revision entered, changed or took out. */
export interface RevisedRow {
  table: string;
  id: number;
  /** The noun's table and the id of what it is, or is a part of. */
  noun: string;
  nodeId: number;
  /** JSON of its fields before the revision; null where it was not there. */
  before: string | null;
  /** JSON of its fields after the revision; null where it was taken out. */
  after: string | null;
  /** 1 where a later revision has changed it. */
  isChangedSince: number;
}

/** All rows of which a revision changed what is said, not only what is worked out; how a row's fields are written as JSON is said for each table. */
export async function readRevisedRows(
  d1: D1Client,
  revision: number,
  fieldsSql: (table: string, row: string) => string,
): Promise<RevisedRow[]> {
  const statements = liveTables.flatMap((live) => {
    const { name, owners } = live;
    const history = historyOf(name);
    const isChangedSince = live.columns.some(({ isWorkedOut }) => isWorkedOut)
      ? isSaidAnewSince(history, (row) => fieldsSql(name, row))
      : `EXISTS (SELECT 1 FROM ${history} AS later WHERE later.id = line.id AND (later.from_revision > ?1 OR later.to_revision > ?1))`;
    const ways = owners.length === 0 ? [{ column: "id", noun: name }] : owners;
    return ways.map(({ column, noun }) =>
      d1
        .prepare(
          `SELECT '${name}' AS "table", '${noun}' AS noun, line.id, line.${column} AS nodeId,
            max(iif(line.to_revision = ?1, ${fieldsSql(name, "line")}, NULL)) AS before,
            max(iif(line.from_revision = ?1, ${fieldsSql(name, "line")}, NULL)) AS after,
            ${isChangedSince} AS isChangedSince
          FROM ${history} AS line WHERE (line.from_revision = ?1 OR line.to_revision = ?1) AND line.${column} IS NOT NULL
          GROUP BY line.id, line.${column} HAVING before IS NOT after`,
        )
        .bind(revision),
    );
  });
  const results = await d1.batch<RevisedRow>(statements);
  return results.flatMap(({ results: rows }) => rows);
}

/** SQL: whether a later revision has said other than the row's fields were after ?1, or has taken the row out: what was only worked out anew does not count. */
function isSaidAnewSince(history: string, fieldsOf: (row: string) => string): string {
  const said = `SELECT ${fieldsOf("own")} FROM ${history} AS own
    WHERE own.id = line.id AND own.from_revision <= ?1 AND (own.to_revision IS NULL OR own.to_revision > ?1)`;
  return `(EXISTS (SELECT 1 FROM ${history} AS later
      WHERE later.id = line.id AND later.from_revision > ?1 AND ${fieldsOf("later")} IS NOT (${said}))
    OR EXISTS (SELECT 1 FROM ${history} AS gone WHERE gone.id = line.id AND gone.to_revision > ?1
      AND NOT EXISTS (SELECT 1 FROM ${history} AS next WHERE next.id = gone.id AND next.from_revision = gone.to_revision)))`;
}
