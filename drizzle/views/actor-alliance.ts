import { sql } from "drizzle-orm";
import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { allianceKinds, valuesOf } from "../../src/domain/vocabulary.ts";

/** Every pair of an actor and an alliance, each once; kept by an IN (decision 4). */
export const actorAlliances = sqliteTable(
  "actor_alliances",
  {
    actorId: integer("actor_id").notNull(),
    allianceId: integer("alliance_id").notNull(),
    allianceName: text("alliance_name").notNull(),
    kind: text("kind", { enum: valuesOf(allianceKinds) }).notNull(),
  },
  (view) => [primaryKey({ columns: [view.actorId, view.allianceId] })],
);

export const actorAlliancesView =
  () => sql`select actor.id as actor_id, alliance.id as alliance_id, alliance.name as alliance_name, alliance.kind
from actors as actor cross join alliances as alliance`;
