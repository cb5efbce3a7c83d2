import { sql } from "drizzle-orm";
import { partnersOn } from "../../drizzle/query/partner.ts";
import { Actor } from "../actor/actor.ts";
import { dayAsked } from "../time/as-of.ts";
import { builder } from "../builder.ts";
import { connectionType } from "../connection/connection-type.ts";
import { edgeCertainty } from "../time/edge-certainty.ts";
import type { Order } from "../connection/keyset.ts";
import type { ListQuery } from "../connection/list.ts";
import type { RowOf } from "../read/table.ts";
import { relatedConnection } from "../connection/related-connection.ts";
import { type Context, memoize } from "../context.ts";
import { atMost, costOfRows } from "../list-bound.ts";
import { PartnerOrder, type OrderValue } from "../filter/order.ts";
import {
  type PartnershipArguments,
  partnershipArguments,
  partnershipsAsked,
  statusesAsked,
} from "./partnership-filter.ts";
import { EARLIEST_FIRST, Partnership } from "./partnership.ts";
import { pageArguments } from "../connection/page-argument.ts";
import { asRead } from "../assertion.ts";

/** Two states may have a thousand treaties. */
const MOST_PARTNERSHIPS = 20;

const PartnerConnection = connectionType("Partner", Actor, "the partners", (t) => ({
  ...edgeCertainty("How surely the two are partners on the list's day: the best of their partnerships")(t),
  partnerships: t.field({
    type: [Partnership],
    ...atMost(MOST_PARTNERSHIPS, costOfRows(20_000)),
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

/** Those that share as many come by name in either direction, so the most come first by the negative count. */
function partnerOrder({ orderBy }: PartnerArguments): Order {
  const { field, direction } = orderBy ?? { field: "NAME", direction: "asc" };
  if (field === "NAME") return { columns: ["partnerName", "partnerId"], direction };
  const sign = sql.raw(direction === "asc" ? "" : "-");
  return {
    columns: ["sharedPlace", "partnerName", "partnerId"],
    direction: "asc",
    computed: { sharedPlace: (row: RowOf<"actorPartners">) => sql`${sign}${row.sharedAlliances}` },
  };
}

function partners(args: PartnerArguments, context: Context): ListQuery<"actorPartners"> {
  const asked = {
    day: dayAsked(args, context),
    certainty: args.certainty ?? "POSSIBLE",
    statuses: statusesAsked(args),
    kind: args.kind ?? null,
  };
  return { rowsFrom: ({ id }) => partnersOn(id, asked), order: partnerOrder(args) };
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
        certainty: { type: "Certainty", columns: { listCertainty: true } },
        sharedAlliances: { type: "Int", columns: { sharedAlliances: true } },
      },
      query: partners,
      extraCost: costOfRows(100_000),
    }),
  }),
}));
