import { and, eq, type SQL, sql } from "drizzle-orm";
import { type ActorType, actorTypes } from "../../src/domain/vocabulary.ts";
import { Actor } from "../actor.ts";
import { ActorConnection } from "../actor-list.ts";
import { builder } from "../builder.ts";
import type { RowOf } from "../connection/list.ts";
import type { PageArguments } from "../connection/page.ts";
import { readConnection } from "../connection/root-connection.ts";
import { keysOf } from "../global-id.ts";
import { actorId, actorTypeNames } from "../reference.ts";
import { byOneOf, NO_ROW } from "./one-of.ts";

const ActorSort = builder.enumType("ActorSort", {
  description: "What sort of actor it is. New values may be added",
  values: Object.fromEntries(
    Object.entries(actorTypes).map(([value, description]) => [value, { value, description }]),
  ) as { [Value in ActorType]: { value: Value; description: string } },
});

interface ActorFilterValue {
  sort?: ActorType | null | undefined;
  country?: string | null | undefined;
}

const ActorFilter = builder.inputRef<ActorFilterValue>("ActorFilter").implement({
  description: "Which actors; fields combine with AND",
  fields: (t) => ({
    sort: t.field({ type: ActorSort, description: "Of this sort" }),
    country: t.id({ description: "Of this state, by id or slug" }),
  }),
});

/** SQL: the one actor of this name, or else with this alias; the first entered where several are. */
function idByName(name: string): SQL {
  return sql`(select id from (select id, 0 as place from actors where name = ${name} union all select actor_id, 1 from aliases where name = ${name} and actor_id is not null) order by place, id limit 1)`;
}

builder.queryFields((t) => ({
  actor: t.drizzleField({
    type: Actor,
    nullable: true,
    description: "One actor, by exactly one of the arguments; null where there is none",
    args: {
      slug: t.arg.string({ description: "Its slug, such as japan" }),
      id: t.arg.id({ description: "Its id" }),
      name: t.arg.string({ description: "Its name or an alias, exactly, such as 日本 or UK" }),
    },
    resolve: (query, _root, args, { database }) => {
      const condition = byOneOf("actor", args, {
        slug: (slug) => (row: RowOf<"actors">) => eq(row.slug, slug),
        id: (id) => (row) => eq(row.id, keysOf(id, Object.values(actorTypeNames))?.[0] ?? NO_ROW),
        name: (name) => (row) => sql`${row.id} = ${idByName(name)}`,
      });
      return database.query.actors.findFirst(query({ where: { RAW: condition } }));
    },
  }),
  actors: t.field({
    type: ActorConnection,
    description: "The actors, by name",
    args: {
      ...t.arg.connectionArgs(),
      filter: t.arg({ type: ActorFilter, description: "Which of them; all when left out" }),
    },
    resolve: (_root, args: PageArguments & { filter?: ActorFilterValue | null | undefined }, context, info) =>
      readConnection(
        {
          field: "Query.actors",
          rows: "actors",
          query: ({ filter }: typeof args) => ({
            where: (row) =>
              and(
                filter?.sort == null ? undefined : eq(row.type, filter.sort),
                filter?.country == null ? undefined : sql`${row.countryId} = ${actorId(filter.country)}`,
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
