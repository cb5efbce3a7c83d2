import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** One atomic change to the data: numbered 1, 2, 3 …, with when (RFC 3339, UTC), who and why. */
export const revisions = sqliteTable(
  "revisions",
  {
    number: integer("number").primaryKey(),
    at: text("at").notNull(),
    author: text("author").notNull(),
    /** The subject of the author's token; null where it was made without one. */
    subject: text("subject"),
    reason: text("reason").notNull(),
    /** 1 while its batch runs, and data may change; 0 after. Null where it was made before there was history. */
    open: integer("open"),
  },
  (table) => [
    index("revisions_open").on(table.open, table.number),
    index("revisions_author").on(table.author, table.number),
  ],
);

/**
 * One row: the lineage of the database, 24 hexadecimal digits by chance. A restore makes it anew, since it gives numbers of
 * revisions again: 3 of one lineage is not 3 of another.
 */
export const lineages = sqliteTable("lineages", {
  id: integer("id").primaryKey(),
  lineage: text("lineage").notNull(),
});
