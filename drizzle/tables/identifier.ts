import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { actors } from "./actor.ts";

export const identifiers = sqliteTable(
  "identifiers",
  {
    id: integer("id").primaryKey(),
    actorId: integer("actor_id")
      .notNull()
      .references(() => actors.id),
    scheme: text("scheme").notNull(),
    value: text("value").notNull(),
  },
  (table) => [
    uniqueIndex("identifiers_scheme_value").on(table.scheme, table.value),
    index("identifiers_actor").on(table.actorId),
  ],
);
