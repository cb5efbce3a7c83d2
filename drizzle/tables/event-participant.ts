import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { participantRoles, valuesOf } from "../../src/domain/vocabulary.ts";
import { actors } from "./actor.ts";
import { checkVocabulary } from "./column.ts";
import { events } from "./event.ts";

export const eventParticipants = sqliteTable(
  "event_participants",
  {
    id: integer("id").primaryKey(),
    eventId: integer("event_id")
      .notNull()
      .references(() => events.id),
    actorId: integer("actor_id")
      .notNull()
      .references(() => actors.id),
    role: text("role", { enum: valuesOf(participantRoles) }).notNull(),
  },
  (table) => [
    uniqueIndex("event_participants_event_actor_role").on(table.eventId, table.actorId, table.role),
    index("event_participants_event").on(table.eventId, table.id),
    index("event_participants_actor").on(table.actorId, table.eventId),
    checkVocabulary("event_participants_role_known", table.role, valuesOf(participantRoles)),
  ],
);
