import { sql } from "drizzle-orm";
import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Every pair of an article and an actor, each once; kept by an IN (decision 4). */
export const articleActors = sqliteTable(
  "article_actors",
  {
    articleId: integer("article_id").notNull(),
    actorId: integer("actor_id").notNull(),
    actorName: text("actor_name").notNull(),
  },
  (view) => [primaryKey({ columns: [view.articleId, view.actorId] })],
);

export const articleActorsView =
  () => sql`select article.id as article_id, actor.id as actor_id, actor.name as actor_name
from articles as article cross join actors as actor`;

/** Every pair of an article and an alliance, each once; kept by an IN (decision 4). */
export const articleAlliances = sqliteTable(
  "article_alliances",
  {
    articleId: integer("article_id").notNull(),
    allianceId: integer("alliance_id").notNull(),
    allianceName: text("alliance_name").notNull(),
  },
  (view) => [primaryKey({ columns: [view.articleId, view.allianceId] })],
);

export const articleAlliancesView =
  () => sql`select article.id as article_id, alliance.id as alliance_id, alliance.name as alliance_name
from articles as article cross join alliances as alliance`;
