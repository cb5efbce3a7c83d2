import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** What became of a request to write, under its idempotency key or one made for it: sent again, it is answered from here. */
export const receipts = sqliteTable(
  "receipts",
  {
    /** The subject of the author's token. */
    subject: text("subject").notNull(),
    key: text("key").notNull(),
    /** SHA-256 of the request. */
    request: text("request").notNull(),
    /** The revision that it made; null where there was nothing to change. */
    revision: integer("revision"),
    /** The revision that the data was at after it. */
    state: integer("state").notNull(),
    /** The table and id of the node that it was about; null where it was about none. */
    noun: text("noun"),
    nodeId: integer("node_id"),
  },
  (table) => [primaryKey({ columns: [table.subject, table.key] })],
);
