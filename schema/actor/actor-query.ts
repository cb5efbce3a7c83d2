import { type SQL, sql } from "drizzle-orm";
import { Actor } from "./actor.ts";
import { ActorConnection } from "./actor-list.ts";
import { warnOfNothing } from "../argument/nothing-named.ts";
import { builder } from "../builder.ts";
import { isOneOf } from "../filter/condition.ts";
import { spellingsOf } from "../filter/name.ts";
import type { RowOf } from "../read/table.ts";
import type { PageArguments } from "../connection/page.ts";
import { readConnection } from "../connection/root-connection.ts";
import { ActorFilter, actorsAsked, type ActorFilterValue } from "./actor-filter.ts";
import { ActorOrder, orderAsked, type OrderValue } from "../filter/order.ts";
import { readRow } from "../read/read-rows.ts";
import { actorIdBySlug, actorIdOf } from "../node/reference.ts";
import { byOneOf, NO_ROW } from "../node/one-of.ts";
import { pageArguments } from "../connection/page-argument.ts";
import { asRead } from "../assertion.ts";

interface ActorsArguments extends PageArguments {
  filter?: ActorFilterValue | null | undefined;
  orderBy?: OrderValue<"NAME"> | null | undefined;
}

/** SQL: the one actor of this name, or else with this alias; the first entered where several are. */
function idByName(name: string): SQL {
  const names = spellingsOf([name]);
  return sql`(
    select id from (
      select id, 0 as place from actors where ${isOneOf(sql`name`, names)}
      union all
      select actor_id, 1 from aliases where ${isOneOf(sql`name`, names)} and actor_id is not null
    ) order by place, id limit 1
  )`;
}

builder.queryFields((t) => ({
  actor: t.field({
    type: Actor,
    nullable: true,
    description:
      "One actor, by exactly one of the arguments; null where there is none, and `extensions.warnings` says what is like it",
    args: {
      slug: t.arg.string({ description: "Its slug, such as japan, or that of an actor merged into it" }),
      id: t.arg.id({ description: "Its id, or that of an actor merged into it" }),
      name: t.arg.string({ description: "Its name or an alias, exactly, such as 日本 or UK" }),
    },
    resolve: async (_root, args, context, info) => {
      const own = () => ({
        where: {
          RAW: byOneOf("actor", args, {
            slug: (slug) => (row: RowOf<"actors">) => sql`${row.id} = ${actorIdBySlug(slug)}`,
            id: (id) => (row) => sql`${row.id} = ${actorIdOf(id) ?? NO_ROW}`,
            name: (name) => (row) => sql`${row.id} = ${idByName(name)}`,
          }),
        },
      });
      const row = await readRow({ table: "actors", own, name: JSON.stringify(args) }, context, info);
      if (row === null) await warnOfNothing(["actors"], args, context, info);
      return asRead(row);
    },
  }),
  actors: t.field({
    type: ActorConnection,
    description: "The actors, by name",
    args: {
      ...pageArguments(t.arg),
      filter: t.arg({ type: ActorFilter, description: "Which of them; all when left out" }),
      orderBy: t.arg({ type: ActorOrder, description: "In which order; by name when left out" }),
    },
    resolve: (_root, args: ActorsArguments, context, info) =>
      asRead(
        readConnection(
          {
            field: "Query.actors",
            rows: "actors",
            query: ({ filter, orderBy }: ActorsArguments) => ({
              where: actorsAsked(filter, context),
              order: orderAsked(orderBy, { NAME: ["name", "id"] }),
            }),
          },
          args,
          context,
          info,
        ),
      ),
  }),
}));
