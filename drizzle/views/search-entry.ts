import { sql } from "drizzle-orm";
import { integer, sqliteTable } from "drizzle-orm/sqlite-core";
import { entryIds, indexed } from "../search/indexed.ts";

/**
 * What each row of the full-text index is of: one of the columns is set. Of as many nouns as there are, a row has the number
 * of that many × id, and the place of its noun more: 4 × id of an actor, 4 × id + 1 of an alliance.
 */
export const searchEntries = sqliteTable("search_entries", {
  id: integer("id").primaryKey(),
  ...entryIds,
});

/** The columns of what an entry is of, by the number of its row. */
export const entryColumns = (row: string) =>
  Object.values(indexed)
    .map(({ entry }, place, { length }) => `iif(${row} % ${length} = ${place}, ${row} / ${length}, null) as ${entry}`)
    .join(",\n  ");

export const searchEntriesView = () => sql`select rowid as id,
  ${sql.raw(entryColumns("rowid"))}
from search_index`;
