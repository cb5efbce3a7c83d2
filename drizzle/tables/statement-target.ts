import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { stances, valuesOf } from "../../src/domain/vocabulary.ts";
import { actors } from "./actor.ts";
import { alliances } from "./alliance.ts";
import { articles } from "./article.ts";
import { checkOneOf, checkVocabulary } from "./column.ts";
import { statements } from "./statement.ts";

/**
 * `speakerId`, `articleId` and `saidEarliest` repeat the statement's, so that what was said about
 * someone is read in order, and what one speaker said or one article reports of it is read alone.
 */
export const statementTargets = sqliteTable(
  "statement_targets",
  {
    id: integer("id").primaryKey(),
    statementId: integer("statement_id")
      .notNull()
      .references(() => statements.id),
    actorId: integer("actor_id").references(() => actors.id),
    allianceId: integer("alliance_id").references(() => alliances.id),
    stance: text("stance", { enum: valuesOf(stances) }).notNull(),
    speakerId: integer("speaker_id")
      .notNull()
      .references(() => actors.id),
    articleId: integer("article_id")
      .notNull()
      .references(() => articles.id),
    saidEarliest: text("said_earliest").notNull(),
  },
  (table) => [
    uniqueIndex("statement_targets_actor_once")
      .on(table.statementId, table.actorId)
      .where(sql`actor_id IS NOT NULL`),
    uniqueIndex("statement_targets_alliance_once")
      .on(table.statementId, table.allianceId)
      .where(sql`alliance_id IS NOT NULL`),
    index("statement_targets_statement").on(table.statementId, table.id),
    index("statement_targets_actor_said")
      .on(table.actorId, table.saidEarliest, table.statementId, table.stance)
      .where(sql`actor_id IS NOT NULL`),
    index("statement_targets_alliance_said")
      .on(table.allianceId, table.saidEarliest, table.statementId, table.stance)
      .where(sql`alliance_id IS NOT NULL`),
    index("statement_targets_actor_speaker")
      .on(table.actorId, table.speakerId, table.saidEarliest, table.statementId, table.stance)
      .where(sql`actor_id IS NOT NULL`),
    index("statement_targets_alliance_speaker")
      .on(table.allianceId, table.speakerId, table.saidEarliest, table.statementId, table.stance)
      .where(sql`alliance_id IS NOT NULL`),
    index("statement_targets_actor_article")
      .on(table.actorId, table.articleId, table.saidEarliest, table.statementId)
      .where(sql`actor_id IS NOT NULL`),
    index("statement_targets_alliance_article")
      .on(table.allianceId, table.articleId, table.saidEarliest, table.statementId)
      .where(sql`alliance_id IS NOT NULL`),
    checkVocabulary("statement_targets_stance_known", table.stance, valuesOf(stances)),
    checkOneOf("statement_targets_of_one", table.actorId, table.allianceId),
  ],
);
