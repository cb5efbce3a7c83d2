import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { partnerships as partnershipRows } from "../drizzle/views/index.ts";
import { statusesAtLeast, statusLadder } from "../src/domain/status-ladder.ts";
import type { AllianceKind as Kind, AllianceStatusCode as Code } from "../src/domain/vocabulary.ts";
import { Actor } from "./actor.ts";
import { type AsOf, asOfArguments, asOfExtra, certaintyOf, holdsAsAsked, periodDaysColumns } from "./as-of.ts";
import { builder } from "./builder.ts";
import { Citation, citationOrder } from "./citation.ts";
import { connectionType } from "./connection/connection-type.ts";
import type { Order } from "./connection/keyset.ts";
import type { ListQuery, RowOf } from "./connection/list.ts";
import type { PageArguments } from "./connection/page.ts";
import { relatedConnection } from "./connection/related-connection.ts";
import { type Context, remember } from "./context.ts";
import { AllianceKind, AllianceStatusCode, Certainty } from "./enum.ts";
import { badUserInput } from "./error.ts";
import { writeGlobalId } from "./global-id.ts";
import { Node } from "./node.ts";
import { PartnerOrder, type OrderValue } from "./order.ts";
import { Period, periodEnds } from "./period.ts";
import { actorId } from "./reference.ts";

/** The columns that tell one place in an article from another. */
const placeColumns = { id: true, articleId: true, exact: true, start: true } as const;
const keyColumns = { actorMembershipId: true, partnerMembershipId: true, allianceStatusId: true } as const;

export const Partnership = builder.drizzleObject("partnerships", {
  name: "Partnership",
  description:
    "Two actors who take part in one alliance, over the overlap of both memberships and one status of it. Derived: it holds while all three do",
  interfaces: [Node],
  select: { columns: keyColumns },
  fields: (t) => ({
    id: t.id({
      description: "An opaque id, the same as long as its memberships and status are",
      resolve: (row) =>
        writeGlobalId("Partnership", `${row.actorMembershipId}-${row.partnerMembershipId}-${row.allianceStatusId}`),
    }),
    actor: t.relation("actor", { type: Actor, description: "The one" }),
    partner: t.relation("partner", { type: Actor, description: "The other" }),
    alliance: t.relation("alliance", { description: "What ties them" }),
    status: t.expose("status", { type: AllianceStatusCode, description: "How far the alliance had got" }),
    period: t.field({ type: Period, select: { columns: periodEnds }, description: "When", resolve: (row) => row }),
    certainty: t.field({
      type: Certainty,
      select: { columns: periodDaysColumns },
      description:
        "How surely it holds on the day asked for; where no day was, CERTAIN when there is a day on which it surely held",
      resolve: (row) => certaintyOf(row),
    }),
    citations: t.field({
      type: [Citation],
      description: "The places that bear out the status and both memberships, each once, at least one",
      select: (_args, _context, nested) => {
        const citations = nested({ ...citationOrder, columns: placeColumns } as never) as object;
        return {
          with: {
            allianceStatus: { columns: { id: true }, with: { citations } },
            actorMembership: { columns: { id: true }, with: { citations } },
            partnerMembership: { columns: { id: true }, with: { citations } },
          },
        } as never;
      },
      resolve: (row) => citationsOf(row as unknown as Evidence) as never,
    }),
  }),
});

interface Place {
  articleId: number;
  exact: string | null;
  start: number | null;
}

interface Cited {
  citations: Place[];
}

type Evidence = Record<"allianceStatus" | "actorMembership" | "partnerMembership", Cited>;

/** One place may bear out the status and a membership alike; it is listed once. */
function citationsOf({ allianceStatus, actorMembership, partnerMembership }: Evidence) {
  const places = new Map<string, Place>();
  for (const { citations } of [allianceStatus, actorMembership, partnerMembership]) {
    for (const citation of citations) {
      const place = JSON.stringify([citation.articleId, citation.exact, citation.start]);
      if (!places.has(place)) places.set(place, citation);
    }
  }
  return [...places.values()];
}

const PartnershipConnection = connectionType("Partnership", Partnership, "the partnerships");

const PartnerConnection = connectionType("Partner", Actor, "the partners", (t) => ({
  partnerships: t.field({
    type: [Partnership],
    description: "The partnerships that make the actor one of them, the earliest begun first",
    resolve: (edge) => (edge as unknown as { row: { partnerships: object[] } }).row.partnerships as never,
  }),
  sharedAlliances: t.int({
    description: "How many alliances make the actor one of them, at least 1, each once whatever its status",
    resolve: (edge) => (edge as unknown as { row: { sharedAlliances: number } }).row.sharedAlliances,
  }),
}));

interface PartnershipArguments extends AsOf, PageArguments {
  kind?: Kind | null | undefined;
  with?: string | null | undefined;
  atLeast?: Code | null | undefined;
  statuses?: readonly Code[] | null | undefined;
}

/** SQL: keeps the partnerships that the arguments ask for. */
function asked(args: PartnershipArguments, context: Context): (row: RowOf<"partnerships">) => SQL | undefined {
  const codes = statusesAsked(args);
  return (row) =>
    and(
      args.kind == null ? undefined : eq(row.kind, args.kind),
      args.with == null ? undefined : sql`${row.partnerId} = ${actorId(args.with)}`,
      inArray(row.status, [...codes]),
      holdsAsAsked(row, args, context),
    );
}

export function statusesAsked({
  atLeast,
  statuses,
}: Pick<PartnershipArguments, "atLeast" | "statuses">): readonly Code[] {
  if (statuses != null) return statuses;
  const least = atLeast ?? "AGREED";
  if (statusLadder.includes(least)) return statusesAtLeast(least);
  throw badUserInput(`Argument "atLeast" is ${least}, which is off the ladder: name it in "statuses" instead`);
}

const EARLIEST_FIRST = {
  columns: ["fromEarliest", "actorMembershipId", "partnerMembershipId", "allianceStatusId"],
  direction: "asc",
} as const;

function partnerships(args: PartnershipArguments, context: Context): ListQuery<"partnerships"> {
  return { where: asked(args, context), order: EARLIEST_FIRST, extras: asOfExtra(args, context) };
}

interface PartnerArguments extends PartnershipArguments {
  orderBy?: OrderValue<"NAME" | "SHARED_ALLIANCES"> | null | undefined;
}

/** SQL: how many alliances a pair of actors shares, as the list's own arguments ask. */
function sharedAlliances(args: PartnershipArguments, context: Context): (row: RowOf<"actorPartners">) => SQL<number> {
  const where = asked(args, context);
  return (row) =>
    sql`(select count(distinct ${partnershipRows.allianceId}) from ${partnershipRows} where ${partnershipRows.actorId} = ${row.actorId} and ${partnershipRows.partnerId} = ${row.partnerId} and ${where(partnershipRows)})`;
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
  const where = asked(args, context);
  return {
    where: (row) =>
      sql`${row.partnerId} in (select ${partnershipRows.partnerId} from ${partnershipRows} where ${partnershipRows.actorId} = ${row.actorId} and ${where(partnershipRows)})`,
    order: partnerOrder(args, context),
  };
}

function sharedAlliancesOfEdge(args: PartnershipArguments, context: Context) {
  const { kind, atLeast, statuses, asOf, certainty } = args;
  return remember(context, `shared ${JSON.stringify([kind, atLeast, statuses, asOf, certainty])}`, () => ({
    sharedAlliances: sharedAlliances(args, context),
  }));
}

/** The partnerships on an edge of `partners`, as the list's own arguments ask for them. */
function partnershipsOfEdge(args: PartnershipArguments, context: Context) {
  const { kind, atLeast, statuses, asOf, certainty } = args;
  return remember(context, `edge ${JSON.stringify([kind, atLeast, statuses, asOf, certainty])}`, () => ({
    where: { RAW: asked(args, context) },
    orderBy: (row: RowOf<"partnerships">) => EARLIEST_FIRST.columns.map((column) => row[column]),
    limit: 100,
    extras: asOfExtra(args, context),
  }));
}

builder.drizzleInterfaceFields(Actor, (t) => {
  const args = {
    ...t.arg.connectionArgs(),
    kind: t.arg({ type: AllianceKind, description: "Only through alliances of this kind; of any when left out" }),
    atLeast: t.arg({
      type: AllianceStatusCode,
      defaultValue: "AGREED",
      description: "Only where the alliance had got at least so far: who merely negotiates is no partner yet",
    }),
    statuses: t.arg({
      type: [AllianceStatusCode],
      description:
        "Only in one of these statuses, instead of atLeast; SUSPENDED and TERMINATED match only when named here",
    }),
    ...asOfArguments(t.arg),
  };
  return {
    partnerships: t.field({
      type: PartnershipConnection,
      description: "Its partnerships as of a day, the earliest begun first; empty where there are none",
      args: {
        ...args,
        with: t.arg.id({ description: "Only with this actor, by id or slug; with any when left out" }),
      },
      ...relatedConnection({
        field: "Actor.partnerships",
        parent: "actors",
        relation: "partnerships",
        rows: "partnerships",
        node: "Partnership",
        query: partnerships,
      }),
    }),
    partners: t.field({
      type: PartnerConnection,
      description:
        "Its partners as of a day, by name unless asked otherwise, each once, with the partnerships on the edge",
      args: {
        ...args,
        orderBy: t.arg({ type: PartnerOrder, description: "In which order; by name when left out" }),
      },
      ...relatedConnection({
        field: "Actor.partners",
        parent: "actors",
        relation: "partners",
        rows: "actorPartners",
        node: "Actor",
        through: "partner",
        edgeFields: {
          partnerships: { type: "Partnership", relation: "partnerships", query: partnershipsOfEdge },
          sharedAlliances: { type: "Int", values: sharedAlliancesOfEdge },
        },
        query: partners,
      }),
    }),
  };
});
