import { sql } from "drizzle-orm";
import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { eventKinds, valuesOf } from "../../src/domain/vocabulary.ts";

function eventColumns() {
  return {
    id: integer("id").notNull(),
    kind: text("kind", { enum: valuesOf(eventKinds) }).notNull(),
    fromEarliest: text("from_earliest").notNull(),
    fromLatest: text("from_latest").notNull(),
    toEarliest: text("to_earliest").notNull(),
    toLatest: text("to_latest").notNull(),
    announcedEarliest: text("announced_earliest"),
  };
}

function columns() {
  const names = ["id", "kind", "from_earliest", "from_latest", "to_earliest", "to_latest", "announced_earliest"];
  return sql.raw(names.map((name) => `event.${name}`).join(", "));
}

/** The events of each actor, each once whatever parts the actor has in it. */
export const actorEvents = sqliteTable(
  "actor_events",
  { actorId: integer("actor_id").notNull(), ...eventColumns() },
  (view) => [primaryKey({ columns: [view.actorId, view.id] })],
);

export const actorEventsView = () => sql`select part.actor_id, ${columns()}
from event_participants as part join events as event on event.id = part.event_id
where not exists (select 1 from event_participants as earlier where earlier.actor_id = part.actor_id and earlier.event_id = part.event_id and earlier.id < part.id)`;

/** The events that each article bears out, each once however often it is cited. */
export const articleEvents = sqliteTable(
  "article_events",
  {
    articleId: integer("article_id").notNull(),
    ...eventColumns(),
  },
  (view) => [primaryKey({ columns: [view.articleId, view.id] })],
);

export const articleEventsView = () => sql`select citation.article_id, ${columns()}
from citations as citation join events as event on event.id = citation.event_id
where not exists (select 1 from citations as earlier where earlier.event_id = citation.event_id and earlier.article_id = citation.article_id and earlier.id < citation.id)`;
