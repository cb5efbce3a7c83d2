import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { actors } from "./actor.ts";

/** Where the id and the slug of an actor lead that was merged into another. */
export const redirects = sqliteTable(
  "redirects",
  {
    id: integer("id").primaryKey(),
    /** The heir. */
    actorId: integer("actor_id")
      .notNull()
      .references(() => actors.id),
    slug: text("slug").notNull(),
    /** The id of the row that is gone. */
    former: integer("former").notNull(),
  },
  (table) => [
    uniqueIndex("redirects_slug").on(table.slug),
    uniqueIndex("redirects_former").on(table.former),
    index("redirects_actor").on(table.actorId),
  ],
);
