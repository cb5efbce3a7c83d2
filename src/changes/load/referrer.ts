import { getTableName } from "drizzle-orm";
import { liveTables } from "../../../drizzle/history/live-table.ts";
import { type Noun, nouns, type RowKey } from "../../nouns/index.ts";
import { nounOf } from "../../nouns/structure.ts";
import { LISTED } from "../../../drizzle/query/json-parameter.ts";

/** A row of a noun that refers to another, itself or by one of its parts. */
export interface Referrer extends RowKey {
  to: RowKey;
}

/** SQL for each way of referring to rows of the noun: `id` of the referrer and `target`, at most so many. */
export function referrersSql(noun: Noun): { sql: string; from: Noun }[] {
  const table = getTableName(nouns[noun].table);
  return liveTables.flatMap(({ name, columns, owners }) => {
    const ways = owners.length === 0 ? [{ column: "id", noun: name }] : owners;
    const referring = columns.filter(
      (column) => column.references === table && !owners.some((owner) => owner.column === column.name),
    );
    return referring.flatMap((column) =>
      ways.map((way) => ({
        from: nounOf(way.noun),
        sql: `SELECT DISTINCT ${way.column} AS id, ${column.name} AS target FROM ${name} WHERE ${column.name} IN ${LISTED} AND ${way.column} IS NOT NULL`,
      })),
    );
  });
}
