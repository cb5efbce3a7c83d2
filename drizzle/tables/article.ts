import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { actors } from "./actor.ts";

export const articles = sqliteTable(
  "articles",
  {
    id: integer("id").primaryKey(),
    slug: text("slug").notNull(),
    title: text("title").notNull(),
    /** Whether the title is ours, as the printed one was not seen. */
    titleIsDescription: integer("title_is_description", { mode: "boolean" }).notNull().default(false),
    publisherId: integer("publisher_id").references(() => actors.id),
    url: text("url"),
    publishedOn: text("published_on"),
    publishedEarliest: text("published_earliest").notNull(),
    publishedLatest: text("published_latest").notNull(),
    /** The day on which somebody looked at it, where it has no day of its own. */
    consultedOn: text("consulted_on"),
    language: text("language").notNull(),
    summary: text("summary"),
    sha256: text("sha256"),
  },
  (table) => [
    uniqueIndex("articles_slug").on(table.slug),
    index("articles_published").on(table.publishedEarliest, table.id),
    index("articles_title").on(table.title, table.id),
    index("articles_publisher").on(table.publisherId, table.publishedEarliest, table.id),
    check("articles_published_order", sql`${table.publishedEarliest} <= ${table.publishedLatest}`),
    check("articles_url_web", sql`${table.url} LIKE 'https://%' OR ${table.url} LIKE 'http://%'`),
  ],
);
