import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { certainties, valuesOf } from "../../src/domain/vocabulary.ts";

/**
 * An actor and each of its partners on a day, each once. It is no view: `partnersOn` (drizzle/query) selects its rows, which depend on
 * the day and on what else is asked.
 */
export const actorPartners = sqliteTable(
  "actor_partners",
  {
    actorId: integer("actor_id").notNull(),
    partnerId: integer("partner_id").notNull(),
    partnerName: text("partner_name").notNull(),
    /** How many alliances tie the two. */
    sharedAlliances: integer("shared_alliances").notNull(),
    /** How surely any of them does. */
    listCertainty: text("list_certainty", { enum: valuesOf(certainties) }).notNull(),
  },
  (row) => [primaryKey({ columns: [row.actorId, row.partnerId] })],
);
