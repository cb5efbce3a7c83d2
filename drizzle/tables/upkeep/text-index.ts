/** What is known of the full-text indexes, which hold folded texts: docs/decisions/0030-folded-text.md. */
import { integer, sqliteTable } from "drizzle-orm/sqlite-core";

/** Entries whose texts were written by SQL, and not yet folded: triggers mark them, whoever folds them takes the mark away. */
export const staleEntries = sqliteTable("stale_entries", {
  /** The number of the entry: drizzle/search/indexed.ts. */
  id: integer("id").primaryKey(),
  /** How often it was marked: one that is marked again while it is folded stays stale. */
  mark: integer("mark").notNull(),
});

/** One row: how the texts are folded that are not stale, as `TEXT_VERSION` counts it. */
export const textVersions = sqliteTable("text_versions", {
  id: integer("id").primaryKey(),
  version: integer("version").notNull(),
});
