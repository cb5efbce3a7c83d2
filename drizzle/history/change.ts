import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** What a revision did to a row of a noun. */
export const changeActions = {
  CREATED: "It was entered",
  UPDATED: "It, or something that is a part of it such as an alias or a citation, was changed",
  RETRACTED: "It was taken out",
} as const;

export type ChangeAction = keyof typeof changeActions;

/**
 * Which rows of nouns each revision changed, kept by the triggers that keep the history. Made by
 * `npm run migration -- NAME --history`, and to Drizzle a table that drizzle-kit is not shown.
 */
export const changes = sqliteTable(
  "changes",
  {
    revisionNumber: integer("revision").notNull(),
    /** The table of the noun. */
    noun: text("noun").notNull(),
    nodeId: integer("node_id").notNull(),
    action: text("action", { enum: Object.keys(changeActions) as [ChangeAction] }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.revisionNumber, table.noun, table.nodeId] })],
);
