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

export const searchEntriesView = () => sql`select rowid as id,
  iif(rowid % 4 = 0, rowid / 4, null) as actor_id,
  iif(rowid % 4 = 1, rowid / 4, null) as alliance_id,
  iif(rowid % 4 = 2, rowid / 4, null) as article_id,
  iif(rowid % 4 = 3, rowid / 4, null) as statement_id
from search_index`;
