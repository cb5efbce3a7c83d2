import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { allianceStatuses } from "./alliance-status.ts";
import { articles } from "./article.ts";
import { checkOneOf } from "./column.ts";
import { events } from "./event.ts";
import { memberships } from "./membership.ts";
import { obligations } from "./obligation.ts";
import { offices } from "./office.ts";
import { statements } from "./statement.ts";

/** A W3C TextQuoteSelector in an article, and the one fact that it bears out. */
export const citations = sqliteTable(
  "citations",
  {
    id: integer("id").primaryKey(),
    articleId: integer("article_id")
      .notNull()
      .references(() => articles.id),
    exact: text("exact"),
    prefix: text("prefix"),
    suffix: text("suffix"),
    start: integer("start"),
    membershipId: integer("membership_id").references(() => memberships.id),
    allianceStatusId: integer("alliance_status_id").references(() => allianceStatuses.id),
    obligationId: integer("obligation_id").references(() => obligations.id),
    officeId: integer("office_id").references(() => offices.id),
    eventId: integer("event_id").references(() => events.id),
    statementId: integer("statement_id").references(() => statements.id),
  },
  (table) => [
    index("citations_article").on(table.articleId),
    index("citations_membership")
      .on(table.membershipId)
      .where(sql`membership_id IS NOT NULL`),
    index("citations_alliance_status")
      .on(table.allianceStatusId)
      .where(sql`alliance_status_id IS NOT NULL`),
    index("citations_obligation")
      .on(table.obligationId)
      .where(sql`obligation_id IS NOT NULL`),
    index("citations_office")
      .on(table.officeId)
      .where(sql`office_id IS NOT NULL`),
    index("citations_event")
      .on(table.eventId)
      .where(sql`event_id IS NOT NULL`),
    index("citations_statement")
      .on(table.statementId)
      .where(sql`statement_id IS NOT NULL`),
    check(
      "citations_selector",
      sql`${table.exact} IS NOT NULL OR (${table.prefix} IS NULL AND ${table.suffix} IS NULL AND ${table.start} IS NULL)`,
    ),
    checkOneOf(
      "citations_of_one",
      table.membershipId,
      table.allianceStatusId,
      table.obligationId,
      table.officeId,
      table.eventId,
      table.statementId,
    ),
  ],
);
