import { eq, type SQL, sql } from "drizzle-orm";
import { Alliance, AllianceConnection } from "./alliance.ts";
import { warnOfNothing } from "../argument/nothing-named.ts";
import { builder } from "../builder.ts";
import { isOneOf } from "../filter/condition.ts";
import { spellingsOf } from "../filter/name.ts";
import type { RowOf } from "../read/table.ts";
import type { PageArguments } from "../connection/page.ts";
import { readConnection } from "../connection/root-connection.ts";
import { AllianceFilter, alliancesAsked, type AllianceFilterValue } from "./alliance-filter.ts";
import { keysOf } from "../node/global-id.ts";
import { AllianceOrder, orderAsked, type OrderValue } from "../filter/order.ts";
import { readRow } from "../read/read-rows.ts";
import { byOneOf, NO_ROW } from "../node/one-of.ts";
import { pageArguments } from "../connection/page-argument.ts";
import { asRead } from "../assertion.ts";

interface AlliancesArguments extends PageArguments {
  filter?: AllianceFilterValue | null | undefined;
  orderBy?: OrderValue<"NAME"> | null | undefined;
}

/** SQL: the one alliance of this name or acronym, or else with this alias. */
function idByName(name: string): SQL {
  const names = spellingsOf([name]);
  return sql`(
    select id from (
      select id, 0 as place from alliances where ${isOneOf(sql`name`, names)}
      union all
      select id, 1 from alliances where ${isOneOf(sql`acronym`, names)}
      union all
      select alliance_id, 2 from aliases where ${isOneOf(sql`name`, names)} and alliance_id is not null
    ) order by place, id limit 1
  )`;
}

builder.queryFields((t) => ({
  alliance: t.field({
    type: Alliance,
    nullable: true,
    description:
      "One alliance, by exactly one of the arguments; null where there is none, and `extensions.warnings` says what is like it",
    args: {
      slug: t.arg.string({ description: "Its slug, such as nato" }),
      id: t.arg.id({ description: "Its id" }),
      name: t.arg.string({ description: "Its name, acronym or an alias, exactly" }),
    },
    resolve: async (_root, args, context, info) => {
      const own = () => ({
        where: {
          RAW: byOneOf("alliance", args, {
            slug: (slug) => (row: RowOf<"alliances">) => eq(row.slug, slug),
            id: (id) => (row) => eq(row.id, keysOf(id, ["Alliance"])?.[0] ?? NO_ROW),
            name: (name) => (row) => sql`${row.id} = ${idByName(name)}`,
          }),
        },
      });
      const row = await readRow({ table: "alliances", own, name: JSON.stringify(args) }, context, info);
      if (row === null) await warnOfNothing(["alliances"], args, context, info);
      return row;
    },
  }),
  alliances: t.field({
    type: AllianceConnection,
    description: "The alliances, by name",
    args: {
      ...pageArguments(t.arg),
      filter: t.arg({ type: AllianceFilter, description: "Which of them; all when left out" }),
      orderBy: t.arg({ type: AllianceOrder, description: "In which order; by name when left out" }),
    },
    resolve: (_root, args: AlliancesArguments, context, info) =>
      asRead(
        readConnection(
          {
            field: "Query.alliances",
            rows: "alliances",
            query: ({ filter, orderBy }: AlliancesArguments) => ({
              where: alliancesAsked(filter, context),
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
