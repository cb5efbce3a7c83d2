import { and, eq, sql } from "drizzle-orm";
import { decides } from "../../drizzle/claim/deciding.ts";
import { allianceStatuses, memberships } from "../../drizzle/tables/index.ts";
import { takesPart } from "../../drizzle/query/takes-part.ts";
import type { AllianceKind as Kind, AllianceStatusCode as Code } from "../../src/domain/vocabulary.ts";
import { Actor, Organization } from "./actor.ts";
import { Alliance, AllianceConnection } from "../alliance/alliance.ts";
import { type AsOf, asOfArguments, holdsAsAsked } from "../time/as-of.ts";
import { builder } from "../builder.ts";
import type { ListQuery } from "../connection/list.ts";
import type { PageArguments } from "../connection/page.ts";
import { relatedConnection } from "../connection/related-connection.ts";
import type { Context } from "../context.ts";
import { AllianceKind, AllianceStatusCode } from "../enum.ts";
import { AllianceOrder, orderAsked, type OrderValue } from "../filter/order.ts";
import { statusesAsked } from "../alliance/partnership-filter.ts";
import { pageArguments } from "../connection/page-argument.ts";

interface AffiliationArguments extends AsOf, PageArguments {
  kind?: Kind | null | undefined;
  atLeast?: Code | null | undefined;
  orderBy?: OrderValue<"NAME"> | null | undefined;
}

function affiliations(args: AffiliationArguments, context: Context): ListQuery<"actorAlliances"> {
  const takingPart = sql`${takesPart(memberships.role)} and ${holdsAsAsked(memberships, args, context)} and ${decides(memberships)}`;
  const status =
    args.atLeast == null
      ? undefined
      : sql`select ${allianceStatuses.allianceId} from ${allianceStatuses}
          where ${allianceStatuses.code} in ${[...statusesAsked(args)]}
            and ${holdsAsAsked(allianceStatuses, args, context)}
            and ${decides(allianceStatuses)}`;
  return {
    where: (row) =>
      and(
        args.kind == null ? undefined : eq(row.kind, args.kind),
        sql`${row.allianceId} in (
          select ${memberships.allianceId} from ${memberships}
          where ${memberships.actorId} = ${row.actorId} and ${takingPart}
        )`,
        status === undefined
          ? undefined
          : sql`${row.allianceId} in (${status} and ${allianceStatuses.allianceId} = ${row.allianceId})`,
      ),
    order: orderAsked(args.orderBy, { NAME: ["allianceName", "allianceId"] }),
  };
}

builder.drizzleInterfaceFields(Actor, (t) => ({
  alliances: t.field({
    type: AllianceConnection,
    description:
      "The alliances that it takes part in as a member or contributing participant as of a day, by name, each once; for other roles ask for memberships",
    args: {
      ...pageArguments(t.arg),
      kind: t.arg({ type: AllianceKind, description: "Only of this kind; of any when left out" }),
      atLeast: t.arg({
        type: AllianceStatusCode,
        description: "Only those that had got at least so far on the day; all when left out",
      }),
      ...asOfArguments(t.arg),
      orderBy: t.arg({ type: AllianceOrder, description: "In which order; by name when left out" }),
    },
    ...relatedConnection({
      field: "Actor.alliances",
      parent: "actors",
      relation: "alliances",
      node: "Alliance",
      through: "alliance",
      query: affiliations,
    }),
  }),
}));

builder.drizzleObjectFields(Organization, (t) => ({
  alliance: t.relation("embodiedAlliance", {
    type: Alliance,
    nullable: true,
    description: "The alliance that it embodies, as the organization NATO does the alliance; null where there is none",
  }),
}));
