import { sql } from "drizzle-orm";
import { type AnySQLiteColumn, check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { eventKinds, ranks, valuesOf } from "../../src/domain/vocabulary.ts";
import { alliances } from "./alliance.ts";
import { checkPeriod, checkVocabulary, periodColumns, rankColumn } from "./column.ts";

export const events = sqliteTable(
  "events",
  {
    id: integer("id").primaryKey(),
    key: text("key").notNull(),
    kind: text("kind", { enum: valuesOf(eventKinds) }).notNull(),
    title: text("title").notNull(),
    date: text("date").notNull(),
    ...periodColumns(),
    planned: integer("planned", { mode: "boolean" }).notNull().default(false),
    announcedOn: text("announced_on"),
    announcedEarliest: text("announced_earliest"),
    announcedLatest: text("announced_latest"),
    place: text("place"),
    allianceId: integer("alliance_id").references(() => alliances.id),
    versionOfId: integer("version_of_id").references((): AnySQLiteColumn => events.id),
    rank: rankColumn(),
  },
  (table) => [
    uniqueIndex("events_key").on(table.key),
    index("events_from").on(table.fromEarliest, table.id),
    index("events_kind").on(table.kind, table.fromEarliest, table.id),
    index("events_place").on(table.place, table.fromEarliest, table.id),
    index("events_alliance").on(table.allianceId, table.fromEarliest, table.id),
    index("events_version_of")
      .on(table.versionOfId)
      .where(sql`version_of_id IS NOT NULL`),
    ...checkPeriod("events", table),
    check(
      "events_announced",
      sql`(${table.announcedOn} IS NULL) = (${table.announcedEarliest} IS NULL) AND (${table.announcedOn} IS NULL) = (${table.announcedLatest} IS NULL) AND (${table.announcedOn} IS NULL OR ${table.announcedEarliest} <= ${table.announcedLatest})`,
    ),
    checkVocabulary("events_kind_known", table.kind, valuesOf(eventKinds)),
    checkVocabulary("events_rank_known", table.rank, valuesOf(ranks)),
  ],
);
