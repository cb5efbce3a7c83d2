import { and, eq, sql } from "drizzle-orm";
import { decides } from "../../drizzle/claim/deciding.ts";
import { mostParts } from "../../src/domain/list-bound.ts";
import type { MembershipRole as Role } from "../../src/domain/vocabulary.ts";
import { Actor } from "../actor/actor.ts";
import { Alliance } from "./alliance.ts";
import { type AsOf, asOfArguments, certaintyAsAsked, holdsAsAsked } from "../time/as-of.ts";
import { attestedOnOption, certaintyOfNode } from "../time/certainty.ts";
import { builder } from "../builder.ts";
import { Citation, citationOrder } from "../article/citation.ts";
import { connectionType } from "../connection/connection-type.ts";
import { edgeCertainty } from "../time/edge-certainty.ts";
import type { ListQuery } from "../connection/list.ts";
import type { PageArguments } from "../connection/page.ts";
import { relatedConnection } from "../connection/related-connection.ts";
import type { Context } from "../context.ts";
import { AllianceKind, MembershipRole, Rank } from "../enum.ts";
import { writeGlobalId } from "../node/global-id.ts";
import { atMost } from "../list-bound.ts";
import { Node } from "../node/node.ts";
import { MembershipOrder, orderAsked, type OrderValue } from "../filter/order.ts";
import { Period, lastingEnds } from "../time/period.ts";
import { pageArguments } from "../connection/page-argument.ts";
import { asRead } from "../assertion.ts";

export const Membership = builder.drizzleObject("memberships", {
  name: "Membership",
  description: "An actor's part in an alliance over a period. Leaving and rejoining is two",
  interfaces: [Node],
  select: { columns: {} },
  fields: (t) => ({
    id: t.id({
      description: "An opaque id, the same for ever",
      select: { columns: { id: true } },
      resolve: (row) => writeGlobalId("Membership", row.id),
    }),
    actor: t.relation("actor", { type: Actor, description: "Who takes part" }),
    alliance: t.relation("alliance", { description: "In what" }),
    role: t.expose("role", { type: MembershipRole, description: "In what role" }),
    period: t.field({ type: Period, select: { columns: lastingEnds }, description: "When", resolve: (row) => row }),
    certainty: t.field(certaintyOfNode(t.arg, "it holds")),
    attestedOn: t.expose("attestedOn", attestedOnOption),
    rank: t.expose("rank", { type: Rank, description: "How the claim stands beside others that compete with it" }),
    citations: t.relation("citations", {
      type: Citation,
      query: citationOrder,
      ...atMost(mostParts.citations),
      description: "The places that bear it out, at least one",
    }),
  }),
});

const CERTAINTY = "How surely it holds on the list's day; with `ever: true` null where it cannot";

const MembershipConnection = connectionType("Membership", Membership, "the memberships", edgeCertainty(CERTAINTY));

const MemberConnection = connectionType("Member", Actor, "the members", (t) => ({
  ...edgeCertainty("How surely the actor takes part on the list's day; with `ever: true` null where it cannot")(t),
  membership: t.field({
    type: Membership,
    description: "The membership that makes the actor one of them",
    resolve: ({ row }) => asRead(row),
  }),
}));

interface MembershipArguments extends AsOf, PageArguments {
  kind?: string | null | undefined;
  role?: Role | null | undefined;
  ever?: boolean | null | undefined;
  orderBy?: OrderValue<"FROM"> | null | undefined;
}

function memberships(args: MembershipArguments, context: Context): ListQuery<"memberships"> {
  return {
    where: (row) =>
      and(
        args.role == null ? undefined : eq(row.role, args.role),
        args.kind == null ? undefined : sql`${row.allianceId} in (select id from alliances where kind = ${args.kind})`,
        args.ever === true ? undefined : and(holdsAsAsked(row, args, context), decides(row)),
      ),
    order: orderAsked(args.orderBy, { FROM: ["fromEarliest", "id"] }),
  };
}

const CERTAINTY_OF_EDGE = { certainty: { type: "Certainty", values: certaintyAsAsked } };

const EVER = "true: all there ever were, of every rank, whatever asOf and certainty say";
const ORDER = "In which order; the earliest begun first when left out";
const ROLE = "Only in this role; in any when left out";

builder.drizzleInterfaceFields(Actor, (t) => ({
  memberships: t.field({
    type: MembershipConnection,
    description:
      "Its memberships as of a day, the earliest begun first unless asked otherwise; empty where there are none",
    args: {
      ...pageArguments(t.arg),
      kind: t.arg({ type: AllianceKind, description: "Only in alliances of this kind; of any when left out" }),
      role: t.arg({ type: MembershipRole, description: ROLE }),
      ...asOfArguments(t.arg),
      ever: t.arg.boolean({ defaultValue: false, description: EVER }),
      orderBy: t.arg({ type: MembershipOrder, description: ORDER }),
    },
    ...relatedConnection({
      field: "Actor.memberships",
      parent: "actors",
      relation: "memberships",
      node: "Membership",
      edgeFields: CERTAINTY_OF_EDGE,
      query: memberships,
    }),
  }),
}));

builder.drizzleObjectFields(Alliance, (t) => {
  const args = {
    ...pageArguments(t.arg),
    role: t.arg({ type: MembershipRole, description: ROLE }),
    ...asOfArguments(t.arg),
    ever: t.arg.boolean({ defaultValue: false, description: EVER }),
    orderBy: t.arg({ type: MembershipOrder, description: ORDER }),
  };
  return {
    members: t.field({
      type: MemberConnection,
      description:
        "The actors that take part as of a day, each with its membership, the earliest begun first unless asked otherwise",
      args,
      ...relatedConnection({
        field: "Alliance.members",
        parent: "alliances",
        relation: "members",
        node: "Actor",
        through: "member",
        edgeFields: { membership: { type: "Membership" }, ...CERTAINTY_OF_EDGE },
        query: memberships,
      }),
    }),
    memberships: t.field({
      type: MembershipConnection,
      description: "The memberships as of a day, the earliest begun first unless asked otherwise",
      args,
      ...relatedConnection({
        field: "Alliance.memberships",
        parent: "alliances",
        relation: "memberships",
        node: "Membership",
        edgeFields: CERTAINTY_OF_EDGE,
        query: memberships,
      }),
    }),
  };
});
