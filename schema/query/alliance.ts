import { and, eq, type SQL, sql } from "drizzle-orm";
import type { AllianceKind as Kind } from "../../src/domain/vocabulary.ts";
import { Alliance, AllianceConnection } from "../alliance.ts";
import { builder } from "../builder.ts";
import type { RowOf } from "../connection/list.ts";
import type { PageArguments } from "../connection/page.ts";
import { readConnection } from "../connection/root-connection.ts";
import { AllianceKind } from "../enum.ts";
import { keysOf } from "../global-id.ts";
import { allianceId } from "../reference.ts";
import { byOneOf, NO_ROW } from "./one-of.ts";

interface AllianceFilterValue {
  kind?: Kind | null | undefined;
  parent?: string | null | undefined;
}

const AllianceFilter = builder.inputRef<AllianceFilterValue>("AllianceFilter").implement({
  description: "Which alliances; fields combine with AND",
  fields: (t) => ({
    kind: t.field({ type: AllianceKind, description: "Of this kind" }),
    parent: t.id({ description: "Part of this alliance, by id or slug" }),
  }),
});

/** SQL: the one alliance of this name or acronym, or else with this alias. */
function idByName(name: string): SQL {
  return sql`(select id from (select id, 0 as place from alliances where name = ${name} union all select id, 1 from alliances where acronym = ${name} union all select alliance_id, 2 from aliases where name = ${name} and alliance_id is not null) order by place, id limit 1)`;
}

builder.queryFields((t) => ({
  alliance: t.drizzleField({
    type: Alliance,
    nullable: true,
    description: "One alliance, by exactly one of the arguments; null where there is none",
    args: {
      slug: t.arg.string({ description: "Its slug, such as nato" }),
      id: t.arg.id({ description: "Its id" }),
      name: t.arg.string({ description: "Its name, acronym or an alias, exactly" }),
    },
    resolve: (query, _root, args, { database }) => {
      const condition = byOneOf("alliance", args, {
        slug: (slug) => (row: RowOf<"alliances">) => eq(row.slug, slug),
        id: (id) => (row) => eq(row.id, keysOf(id, ["Alliance"])?.[0] ?? NO_ROW),
        name: (name) => (row) => sql`${row.id} = ${idByName(name)}`,
      });
      return database.query.alliances.findFirst(query({ where: { RAW: condition } }));
    },
  }),
  alliances: t.field({
    type: AllianceConnection,
    description: "The alliances, by name",
    args: {
      ...t.arg.connectionArgs(),
      filter: t.arg({ type: AllianceFilter, description: "Which of them; all when left out" }),
    },
    resolve: (_root, args: PageArguments & { filter?: AllianceFilterValue | null | undefined }, context, info) =>
      readConnection(
        {
          field: "Query.alliances",
          rows: "alliances",
          query: ({ filter }: typeof args) => ({
            where: (row) =>
              and(
                filter?.kind == null ? undefined : eq(row.kind, filter.kind),
                filter?.parent == null ? undefined : sql`${row.parentId} = ${allianceId(filter.parent)}`,
              ),
            order: { columns: ["name", "id"], direction: "asc" },
          }),
        },
        args,
        context,
        info,
      ) as never,
  }),
}));
