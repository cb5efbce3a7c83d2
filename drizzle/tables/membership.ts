import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { membershipRoles, ranks, valuesOf } from "../../src/domain/vocabulary.ts";
import { actors } from "./actor.ts";
import { alliances } from "./alliance.ts";
import { checkPeriod, checkVocabulary, lastingColumns, rankedColumns } from "./column.ts";

export const memberships = sqliteTable(
  "memberships",
  {
    id: integer("id").primaryKey(),
    key: text("key").notNull(),
    actorId: integer("actor_id")
      .notNull()
      .references(() => actors.id),
    allianceId: integer("alliance_id")
      .notNull()
      .references(() => alliances.id),
    role: text("role", { enum: valuesOf(membershipRoles) }).notNull(),
    ...lastingColumns(),
    ...rankedColumns(),
  },
  (table) => [
    uniqueIndex("memberships_key").on(table.key),
    index("memberships_actor").on(table.actorId, table.fromEarliest, table.id),
    index("memberships_alliance").on(table.allianceId, table.fromEarliest, table.id),
    index("memberships_actor_alliance").on(table.actorId, table.allianceId),
    index("memberships_preferred")
      .on(table.actorId, table.allianceId, table.role)
      .where(sql`rank = 'PREFERRED'`),
    ...checkPeriod("memberships", table),
    checkVocabulary("memberships_role_known", table.role, valuesOf(membershipRoles)),
    checkVocabulary("memberships_rank_known", table.rank, valuesOf(ranks)),
  ],
);
