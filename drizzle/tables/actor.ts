import { sql } from "drizzle-orm";
import { type AnySQLiteColumn, check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { actorTypes, organizationTypes, valuesOf } from "../../src/domain/vocabulary.ts";
import { checkVocabulary } from "./column.ts";

export const actors = sqliteTable(
  "actors",
  {
    id: integer("id").primaryKey(),
    slug: text("slug").notNull(),
    type: text("type", { enum: valuesOf(actorTypes) }).notNull(),
    name: text("name").notNull(),
    description: text("description"),
    countryId: integer("country_id").references((): AnySQLiteColumn => actors.id),
    parentId: integer("parent_id").references((): AnySQLiteColumn => actors.id),
    isoAlpha2: text("iso_alpha2"),
    isoAlpha3: text("iso_alpha3"),
    organizationType: text("organization_type", { enum: valuesOf(organizationTypes) }),
  },
  (table) => [
    uniqueIndex("actors_slug").on(table.slug),
    uniqueIndex("actors_iso_alpha2").on(table.isoAlpha2),
    uniqueIndex("actors_iso_alpha3").on(table.isoAlpha3),
    index("actors_name").on(table.name, table.id),
    index("actors_type_name").on(table.type, table.name, table.id),
    index("actors_country_name").on(table.countryId, table.name, table.id),
    index("actors_parent_name").on(table.parentId, table.name, table.id),
    checkVocabulary("actors_type_known", table.type, valuesOf(actorTypes)),
    checkVocabulary("actors_organization_type_known", table.organizationType, valuesOf(organizationTypes)),
    check(
      "actors_iso_of_state",
      sql`${table.type} = 'STATE' OR (${table.isoAlpha2} IS NULL AND ${table.isoAlpha3} IS NULL)`,
    ),
    check("actors_organization_typed", sql`(${table.type} = 'ORGANIZATION') = (${table.organizationType} IS NOT NULL)`),
  ],
);
