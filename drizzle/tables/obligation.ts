import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { obligationCodes, ranks, valuesOf } from "../../src/domain/vocabulary.ts";
import { actors } from "./actor.ts";
import { alliances } from "./alliance.ts";
import { checkPeriod, checkVocabulary, lastingColumns, rankedColumns } from "./column.ts";

export const obligations = sqliteTable(
  "obligations",
  {
    id: integer("id").primaryKey(),
    key: text("key").notNull(),
    allianceId: integer("alliance_id")
      .notNull()
      .references(() => alliances.id),
    code: text("code", { enum: valuesOf(obligationCodes) }).notNull(),
    /** The one member that it binds; null where it binds all. */
    actorId: integer("actor_id").references(() => actors.id),
    ...lastingColumns(),
    ...rankedColumns(),
  },
  (table) => [
    uniqueIndex("obligations_key").on(table.key),
    index("obligations_alliance").on(table.allianceId, table.fromEarliest, table.id),
    index("obligations_actor")
      .on(table.actorId)
      .where(sql`actor_id IS NOT NULL`),
    index("obligations_code").on(table.code, table.allianceId),
    index("obligations_preferred")
      .on(table.allianceId, table.code, table.actorId)
      .where(sql`rank = 'PREFERRED'`),
    ...checkPeriod("obligations", table),
    checkVocabulary("obligations_code_known", table.code, valuesOf(obligationCodes)),
    checkVocabulary("obligations_rank_known", table.rank, valuesOf(ranks)),
  ],
);
