import { getTableName } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { D1Client } from "../../../drizzle/client/d1-client.ts";
import { indexStatements } from "../../../drizzle/search/write-entries.ts";
import type { Difference, WrittenRow } from "../diff/difference.ts";
import { nounNames, nouns } from "../../nouns/index.ts";
import { partNames, parts } from "../../nouns/part/index.ts";
import { horizonStatements } from "./horizon.ts";
import { asRevision, type NewRevision } from "./revision.ts";
import { jsonParameters, LISTED } from "../../../drizzle/query/json-parameter.ts";
import { columnsOf } from "../sql.ts";

/** Another change set was applied between the reading and the writing of this one. */
export class RevisionConflict extends Error {
  override readonly name = "RevisionConflict";
}

/**
 * Writes a difference as one revision, with what else is to be in its batch: all of it or nothing.
 * @throws RevisionConflict when the revision's number is taken
 */
export async function write(
  d1: D1Client,
  difference: Difference,
  revision: NewRevision,
  also: readonly D1PreparedStatement[] = [],
): Promise<void> {
  const statements = [
    ...partNames.flatMap((part) => bindAll(deleteSql(parts[part].table), difference.partDeletes[part])),
    ...nounNames.flatMap((noun) => bindAll(deleteSql(nouns[noun].table), difference.deletes[noun])),
    ...nounNames.flatMap((noun) => bindAll(updateSql(nouns[noun].table), difference.updates[noun])),
    ...nounNames.flatMap((noun) => bindAll(insertSql(nouns[noun].table), difference.inserts[noun])),
    ...partNames.flatMap((part) => bindAll(insertSql(parts[part].table), difference.partInserts[part])),
    ...horizonStatements(d1, difference),
    ...indexStatements(d1, difference.texts),
    ...also,
  ];
  try {
    // Rows of one change set refer to each other in any order.
    await d1.batch([d1.prepare("PRAGMA defer_foreign_keys = on"), ...asRevision(d1, revision, statements)]);
  } catch (error) {
    if (error instanceof Error && error.message.includes("revisions.number")) {
      throw new RevisionConflict(
        `revision ${revision.number} has been made by another in the meantime: nothing was written; apply the change set again`,
        { cause: error },
      );
    }
    throw error;
  }

  function bindAll(sql: string, rows: readonly (WrittenRow | number)[]): D1PreparedStatement[] {
    return jsonParameters(rows).map((parameter) => d1.prepare(sql).bind(parameter));
  }
}

function deleteSql(table: SQLiteTable): string {
  return `DELETE FROM ${getTableName(table)} WHERE id IN ${LISTED}`;
}

function insertSql(table: SQLiteTable): string {
  const columns = ["id", ...columnsOf(table).map(([, column]) => column)];
  const cells = columns.map((_, index) => cell(index));
  return `INSERT INTO ${getTableName(table)} (${columns.join(", ")}) SELECT ${cells.join(", ")} FROM json_each(?1) AS line`;
}

function updateSql(table: SQLiteTable): string {
  const name = getTableName(table);
  const cells = columnsOf(table).map(([, column], index) => `${column} = ${cell(index + 1)}`);
  return `UPDATE ${name} SET ${cells.join(", ")} FROM json_each(?1) AS line WHERE ${name}.id = ${cell(0)}`;
}

function cell(index: number): string {
  return `json_extract(line.value, '$[${index}]')`;
}
