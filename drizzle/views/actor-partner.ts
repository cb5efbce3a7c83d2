import { sql } from "drizzle-orm";
import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/**
 * Every pair of actors, each once. Nothing reads it whole: a query keeps the pairs whose partner
 * is among the actor's partnerships, so that each partner comes once however many ties there are.
 */
export const actorPartners = sqliteTable(
  "actor_partners",
  {
    actorId: integer("actor_id").notNull(),
    partnerId: integer("partner_id").notNull(),
    partnerName: text("partner_name").notNull(),
  },
  (view) => [primaryKey({ columns: [view.actorId, view.partnerId] })],
);

export const actorPartnersView =
  () => sql`select actor.id as actor_id, partner.id as partner_id, partner.name as partner_name
from actors as actor cross join actors as partner`;
