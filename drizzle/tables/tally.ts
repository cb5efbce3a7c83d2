/**
 * How many rows there are, kept by triggers (drizzle/migrations/*_tallies), so that the counts most
 * asked for are read and not counted: docs/decisions/0012-tallies.md. Nothing else writes here.
 */
import { sql } from "drizzle-orm";
import { integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { type Stance, type StatementForm } from "../../src/domain/vocabulary.ts";

/** The rows of a whole table. */
export const rowCounts = sqliteTable("row_counts", {
  name: text("name").primaryKey(),
  count: integer("count").notNull(),
});

/** The statements of a speaker in one form. */
export const statementCounts = sqliteTable(
  "statement_counts",
  {
    speakerId: integer("speaker_id").notNull(),
    form: text("form").$type<StatementForm>().notNull(),
    count: integer("count").notNull(),
  },
  (table) => [primaryKey({ columns: [table.speakerId, table.form] })],
);

/** The statements about an actor or alliance with one stance. */
export const mentionCounts = sqliteTable(
  "mention_counts",
  {
    id: integer("id").primaryKey(),
    actorId: integer("actor_id"),
    allianceId: integer("alliance_id"),
    stance: text("stance").$type<Stance>().notNull(),
    count: integer("count").notNull(),
  },
  (table) => [
    uniqueIndex("mention_counts_actor")
      .on(table.actorId, table.stance)
      .where(sql`actor_id IS NOT NULL`),
    uniqueIndex("mention_counts_alliance")
      .on(table.allianceId, table.stance)
      .where(sql`alliance_id IS NOT NULL`),
  ],
);

/** The statements of one speaker about an actor or alliance with one stance. */
export const speakerMentionCounts = sqliteTable(
  "speaker_mention_counts",
  {
    id: integer("id").primaryKey(),
    actorId: integer("actor_id"),
    allianceId: integer("alliance_id"),
    speakerId: integer("speaker_id").notNull(),
    stance: text("stance").$type<Stance>().notNull(),
    count: integer("count").notNull(),
  },
  (table) => [
    uniqueIndex("speaker_mention_counts_actor")
      .on(table.actorId, table.speakerId, table.stance)
      .where(sql`actor_id IS NOT NULL`),
    uniqueIndex("speaker_mention_counts_alliance")
      .on(table.allianceId, table.speakerId, table.stance)
      .where(sql`alliance_id IS NOT NULL`),
  ],
);
