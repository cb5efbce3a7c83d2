import { sql } from "drizzle-orm";
import { integer, sqliteTable } from "drizzle-orm/sqlite-core";

/**
 * What each row of the full-text index is of: one of the four is set. The index numbers its rows
 * 4 × id of the actor, and one, two or three more for an alliance, article or statement.
 */
export const searchEntries = sqliteTable("search_entries", {
  id: integer("id").primaryKey(),
  actorId: integer("actor_id"),
  allianceId: integer("alliance_id"),
  articleId: integer("article_id"),
  statementId: integer("statement_id"),
});

/** The columns of what an entry is of, by the number of its row. */
export const entryColumns = (row: string) => `iif(${row} % 4 = 0, ${row} / 4, null) as actor_id,
  iif(${row} % 4 = 1, ${row} / 4, null) as alliance_id,
  iif(${row} % 4 = 2, ${row} / 4, null) as article_id,
  iif(${row} % 4 = 3, ${row} / 4, null) as statement_id`;

export const searchEntriesView = () => sql`select rowid as id,
  ${sql.raw(entryColumns("rowid"))}
from search_index`;
