import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { aliasSorts, valuesOf } from "../../src/domain/vocabulary.ts";
import { actors } from "./actor.ts";
import { alliances } from "./alliance.ts";
import { checkOneOf, checkVocabulary } from "./column.ts";

export const aliases = sqliteTable(
  "aliases",
  {
    id: integer("id").primaryKey(),
    actorId: integer("actor_id").references(() => actors.id),
    allianceId: integer("alliance_id").references(() => alliances.id),
    name: text("name").notNull(),
    language: text("language"),
    sort: text("sort", { enum: valuesOf(aliasSorts) }).notNull(),
  },
  (table) => [
    index("aliases_name").on(table.name),
    index("aliases_actor")
      .on(table.actorId)
      .where(sql`actor_id IS NOT NULL`),
    index("aliases_alliance")
      .on(table.allianceId)
      .where(sql`alliance_id IS NOT NULL`),
    checkVocabulary("aliases_sort_known", table.sort, valuesOf(aliasSorts)),
    checkOneOf("aliases_of_one", table.actorId, table.allianceId),
  ],
);
