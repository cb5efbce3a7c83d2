import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { statementForms, valuesOf } from "../../src/domain/vocabulary.ts";
import { actors } from "./actor.ts";
import { articles } from "./article.ts";
import { checkVocabulary } from "./column.ts";
import { events } from "./event.ts";
import { offices } from "./office.ts";

export const statements = sqliteTable(
  "statements",
  {
    id: integer("id").primaryKey(),
    /** The id again: SQLite looks up a day and an id together in an index only where the id is no rowid. */
    ordinal: integer("ordinal").generatedAlwaysAs(sql`id`, { mode: "virtual" }),
    key: text("key").notNull(),
    form: text("form", { enum: valuesOf(statementForms) }).notNull(),
    text: text("text").notNull(),
    language: text("language").notNull(),
    speakerId: integer("speaker_id")
      .notNull()
      .references(() => actors.id),
    capacityId: integer("capacity_id").references(() => offices.id),
    saidOn: text("said_on"),
    saidEarliest: text("said_earliest").notNull(),
    saidLatest: text("said_latest").notNull(),
    relayedById: integer("relayed_by_id").references(() => actors.id),
    eventId: integer("event_id").references(() => events.id),
    articleId: integer("article_id")
      .notNull()
      .references(() => articles.id),
  },
  (table) => [
    uniqueIndex("statements_key").on(table.key),
    index("statements_said_ordinal").on(table.saidEarliest, table.ordinal),
    index("statements_speaker_said").on(table.speakerId, table.saidEarliest, table.ordinal),
    index("statements_article_said").on(table.articleId, table.saidEarliest, table.ordinal),
    index("statements_event")
      .on(table.eventId)
      .where(sql`event_id IS NOT NULL`),
    check("statements_said_order", sql`${table.saidEarliest} <= ${table.saidLatest}`),
    checkVocabulary("statements_form_known", table.form, valuesOf(statementForms)),
  ],
);
