import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { ranks, valuesOf } from "../../src/domain/vocabulary.ts";
import { actors } from "./actor.ts";
import { checkPeriod, checkVocabulary, lastingColumns, rankedColumns } from "./column.ts";

export const offices = sqliteTable(
  "offices",
  {
    id: integer("id").primaryKey(),
    key: text("key").notNull(),
    title: text("title").notNull(),
    personId: integer("person_id")
      .notNull()
      .references(() => actors.id),
    bodyId: integer("body_id")
      .notNull()
      .references(() => actors.id),
    ...lastingColumns(),
    ...rankedColumns(),
  },
  (table) => [
    uniqueIndex("offices_key").on(table.key),
    index("offices_person").on(table.personId, table.fromEarliest, table.id),
    index("offices_body").on(table.bodyId, table.fromEarliest, table.id),
    ...checkPeriod("offices", table),
    checkVocabulary("offices_rank_known", table.rank, valuesOf(ranks)),
  ],
);
