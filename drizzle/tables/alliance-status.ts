import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { allianceStatusCodes, ranks, valuesOf } from "../../src/domain/vocabulary.ts";
import { alliances } from "./alliance.ts";
import { checkPeriod, checkVocabulary, lastingColumns, rankedColumns } from "./column.ts";

export const allianceStatuses = sqliteTable(
  "alliance_statuses",
  {
    id: integer("id").primaryKey(),
    key: text("key").notNull(),
    allianceId: integer("alliance_id")
      .notNull()
      .references(() => alliances.id),
    code: text("code", { enum: valuesOf(allianceStatusCodes) }).notNull(),
    ...lastingColumns(),
    ...rankedColumns(),
  },
  (table) => [
    uniqueIndex("alliance_statuses_key").on(table.key),
    index("alliance_statuses_alliance").on(table.allianceId, table.fromEarliest, table.id),
    index("alliance_statuses_preferred")
      .on(table.allianceId, table.code)
      .where(sql`rank = 'PREFERRED'`),
    ...checkPeriod("alliance_statuses", table),
    checkVocabulary("alliance_statuses_code_known", table.code, valuesOf(allianceStatusCodes)),
    checkVocabulary("alliance_statuses_rank_known", table.rank, valuesOf(ranks)),
  ],
);
