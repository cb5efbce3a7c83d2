import { type SQL, sql } from "drizzle-orm";
import { partnerships as partnershipRows } from "../../drizzle/views/index.ts";
import { Actor } from "../actor/actor.ts";
import { certaintyOn } from "../../drizzle/query/as-of.ts";
import { dayAsked } from "../time/as-of.ts";
import { builder } from "../builder.ts";
import { connectionType } from "../connection/connection-type.ts";
import { edgeCertainty } from "../time/edge-certainty.ts";
import type { Order } from "../connection/keyset.ts";
import type { ListQuery } from "../connection/list.ts";
import type { RowOf } from "../read/table.ts";
import { relatedConnection } from "../connection/related-connection.ts";
import { type Context, memoize } from "../context.ts";
import { atMost } from "../list-bound.ts";
import { PartnerOrder, type OrderValue } from "../filter/order.ts";
import { type PartnershipArguments, partnershipArguments, partnershipsAsked } from "./partnership-filter.ts";
import { EARLIEST_FIRST, Partnership } from "./partnership.ts";
import { pageArguments } from "../connection/page-argument.ts";
import { asRead } from "../assertion.ts";

/** Two states may have a thousand treaties. */
const MOST_PARTNERSHIPS = 20;

const PartnerConnection = connectionType("Partner", Actor, "the partners", (t) => ({
  ...edgeCertainty("How surely the two are partners on the list's day: the best of their partnerships")(t),
  partnerships: t.field({
    type: [Partnership],
    ...atMost(MOST_PARTNERSHIPS),
    description: `The partnerships that make the actor one of them, the earliest begun first, at most ${MOST_PARTNERSHIPS}: partnerships(with:) pages through all`,
    resolve: ({ row }) => asRead(row["partnerships"]),
  }),
  sharedAlliances: t.int({
    description: "How many alliances make the actor one of them, at least 1, each once whatever its status",
    resolve: ({ row }) => asRead<number>(row["sharedAlliances"]),
  }),
}));

interface PartnerArguments extends PartnershipArguments {
  orderBy?: OrderValue<"NAME" | "SHARED_ALLIANCES"> | null | undefined;
}

/** SQL: how many alliances a pair of actors shares, as the list's own arguments ask. */
function sharedAlliances(args: PartnershipArguments, context: Context): (row: RowOf<"actorPartners">) => SQL<number> {
  const where = partnershipsAsked(args, context);
  return (row) =>
    sql`(
      select count(distinct ${partnershipRows.allianceId}) from ${partnershipRows}
      where ${partnershipRows.actorId} = ${row.actorId} and ${partnershipRows.partnerId} = ${row.partnerId}
        and ${where(partnershipRows)}
    )`;
}

/** Those that share as many come by name in either direction, so the most come first by the negative count. */
function partnerOrder(args: PartnerArguments, context: Context): Order {
  const { field, direction } = args.orderBy ?? { field: "NAME", direction: "asc" };
  if (field === "NAME") return { columns: ["partnerName", "partnerId"], direction };
  const count = sharedAlliances(args, context);
  return {
    columns: ["sharedPlace", "partnerName", "partnerId"],
    direction: "asc",
    computed: { sharedPlace: direction === "asc" ? count : (row: never) => sql`-${count(row)}` },
  };
}

function partners(args: PartnerArguments, context: Context): ListQuery<"actorPartners"> {
  const where = partnershipsAsked(args, context);
  return {
    where: (row) =>
      sql`${row.partnerId} in (select ${partnershipRows.partnerId} from ${partnershipRows} where ${partnershipRows.actorId} = ${row.actorId} and ${where(partnershipRows)})`,
    order: partnerOrder(args, context),
  };
}

function sharedAlliancesOfEdge(args: PartnershipArguments, context: Context) {
  const { kind, atLeast, statuses, asOf, certainty } = args;
  return memoize(context, `shared ${JSON.stringify([kind, atLeast, statuses, asOf, certainty])}`, () => ({
    sharedAlliances: sharedAlliances(args, context),
  }));
}

/** SQL: how surely a pair of actors is tied on the list's day by any partnership; CERTAIN comes first by name. */
function certaintyOfEdge(args: PartnershipArguments, context: Context) {
  const { kind, atLeast, statuses, asOf, certainty } = args;
  return memoize(context, `certainty ${JSON.stringify([kind, atLeast, statuses, asOf, certainty])}`, () => {
    const [day, where] = [dayAsked(args, context), partnershipsAsked(args, context)];
    return {
      listCertainty: (row: RowOf<"actorPartners">): SQL => sql`(
        select min(${certaintyOn(partnershipRows, day)}) from ${partnershipRows}
        where ${partnershipRows.actorId} = ${row.actorId} and ${partnershipRows.partnerId} = ${row.partnerId}
          and ${where(partnershipRows)}
      )`,
    };
  });
}

/** The partnerships on an edge of `partners`, as the list's own arguments ask for them. */
function partnershipsOfEdge(args: PartnershipArguments, context: Context) {
  const { kind, atLeast, statuses, asOf, certainty } = args;
  return memoize(context, `edge ${JSON.stringify([kind, atLeast, statuses, asOf, certainty])}`, () => ({
    where: { RAW: partnershipsAsked(args, context) },
    orderBy: (row: RowOf<"partnerships">) => EARLIEST_FIRST.columns.map((column) => row[column]),
    limit: MOST_PARTNERSHIPS,
  }));
}

builder.drizzleInterfaceFields(Actor, (t) => ({
  partners: t.field({
    type: PartnerConnection,
    description:
      "Its partners as of a day, by name unless asked otherwise, each once, with the partnerships on the edge",
    args: {
      ...pageArguments(t.arg),
      ...partnershipArguments(t.arg),
      orderBy: t.arg({ type: PartnerOrder, description: "In which order; by name when left out" }),
    },
    ...relatedConnection({
      field: "Actor.partners",
      parent: "actors",
      relation: "partners",
      node: "Actor",
      through: "partner",
      edgeFields: {
        partnerships: { type: "Partnership", relation: "partnerships", query: partnershipsOfEdge },
        certainty: { type: "Certainty", values: certaintyOfEdge },
        sharedAlliances: { type: "Int", values: sharedAlliancesOfEdge },
      },
      query: partners,
    }),
  }),
}));
