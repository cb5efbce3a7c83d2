import { type AnySQLiteColumn, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { allianceKinds, valuesOf } from "../../src/domain/vocabulary.ts";
import { actors } from "./actor.ts";
import { checkVocabulary } from "./column.ts";

export const alliances = sqliteTable(
  "alliances",
  {
    id: integer("id").primaryKey(),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    acronym: text("acronym"),
    kind: text("kind", { enum: valuesOf(allianceKinds) }).notNull(),
    description: text("description"),
    parentId: integer("parent_id").references((): AnySQLiteColumn => alliances.id),
    organizationId: integer("organization_id").references(() => actors.id),
  },
  (table) => [
    uniqueIndex("alliances_slug").on(table.slug),
    index("alliances_name").on(table.name, table.id),
    index("alliances_acronym").on(table.acronym),
    index("alliances_kind_name").on(table.kind, table.name, table.id),
    index("alliances_parent").on(table.parentId),
    uniqueIndex("alliances_organization").on(table.organizationId),
    checkVocabulary("alliances_kind_known", table.kind, valuesOf(allianceKinds)),
  ],
);
