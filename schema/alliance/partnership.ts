import { mostParts } from "../../src/domain/list-bound.ts";
import { Actor } from "../actor/actor.ts";
import { certaintyAsAsked } from "../time/as-of.ts";
import { certaintyOfNode } from "../time/certainty.ts";
import { refersTo } from "../argument/reference-kind.ts";
import { builder } from "../builder.ts";
import { Citation, citationOrder } from "../article/citation.ts";
import { connectionType } from "../connection/connection-type.ts";
import { edgeCertainty } from "../time/edge-certainty.ts";
import type { ListQuery } from "../connection/list.ts";
import { relatedConnection } from "../connection/related-connection.ts";
import type { Context } from "../context.ts";
import { AllianceStatusCode } from "../enum.ts";
import { writeGlobalId } from "../node/global-id.ts";
import { atMost, costOfRows } from "../list-bound.ts";
import { Node } from "../node/node.ts";
import { type PartnershipArguments, partnershipArguments, partnershipsAsked } from "./partnership-filter.ts";
import { Period, lastingEnds } from "../time/period.ts";
import { pageArguments } from "../connection/page-argument.ts";
import { asRead, asSelection } from "../assertion.ts";

/** The columns that tell one place in an article from another. */
const placeColumns = { articleId: true, exact: true, start: true } as const;
const keyColumns = { actorMembershipId: true, partnerMembershipId: true, allianceStatusId: true } as const;

export const Partnership = builder.drizzleObject("partnerships", {
  name: "Partnership",
  description:
    "Two actors who take part in one alliance, over the overlap of both memberships and one status of it. Derived: it holds while all three do",
  interfaces: [Node],
  select: { columns: {} },
  fields: (t) => ({
    id: t.id({
      description: "An opaque id, the same as long as its memberships and status are",
      select: { columns: keyColumns },
      resolve: (row) =>
        writeGlobalId("Partnership", `${row.actorMembershipId}-${row.partnerMembershipId}-${row.allianceStatusId}`),
    }),
    actor: t.relation("actor", { type: Actor, description: "The one" }),
    partner: t.relation("partner", { type: Actor, description: "The other" }),
    alliance: t.relation("alliance", { description: "What ties them" }),
    status: t.expose("status", { type: AllianceStatusCode, description: "How far the alliance had got" }),
    period: t.field({ type: Period, select: { columns: lastingEnds }, description: "When", resolve: (row) => row }),
    certainty: t.field(certaintyOfNode(t.arg, "it holds")),
    citations: t.field({
      type: [Citation],
      ...atMost(mostParts.citations),
      description: `The places that bear out the status and both memberships, each once, at least one and at most ${mostParts.citations}`,
      select: (_args, _context, nested) => {
        const citations = asRead<object>(nested(asSelection({ ...citationOrder, columns: placeColumns })));
        return asSelection({
          with: { statusCitations: citations, actorCitations: citations, partnerCitations: citations },
        });
      },
      resolve: (row) => asRead(citationsOf(asRead<Evidence>(row))),
    }),
  }),
});

interface Place {
  articleId: number;
  exact: string | null;
  start: number | null;
}

type Evidence = Record<"statusCitations" | "actorCitations" | "partnerCitations", Place[]>;

/** One place may bear out the status and a membership alike; it is listed once. */
function citationsOf({ statusCitations, actorCitations, partnerCitations }: Evidence) {
  const places = new Map<string, Place>();
  for (const citation of [...statusCitations, ...actorCitations, ...partnerCitations]) {
    const { articleId, exact, start } = citation;
    const place = `${articleId} ${start} ${exact === null ? "" : `"${exact}`}`;
    if (!places.has(place)) places.set(place, citation);
  }
  return [...places.values()].slice(0, mostParts.citations);
}

const PartnershipConnection = connectionType(
  "Partnership",
  Partnership,
  "the partnerships",
  edgeCertainty("How surely it holds on the list's day"),
);

export const EARLIEST_FIRST = {
  columns: ["fromEarliest", "actorMembershipId", "partnerMembershipId", "allianceStatusId"],
  direction: "asc",
} as const;

function partnerships(args: PartnershipArguments, context: Context): ListQuery<"partnerships"> {
  return { where: partnershipsAsked(args, context), order: EARLIEST_FIRST };
}

builder.drizzleInterfaceFields(Actor, (t) => ({
  partnerships: t.field({
    type: PartnershipConnection,
    description: "Its partnerships as of a day, the earliest begun first; empty where there are none",
    args: {
      ...pageArguments(t.arg),
      ...partnershipArguments(t.arg),
      with: t.arg.id({
        ...refersTo("actors"),
        description: "Only with this actor, by id or slug; with any when left out",
      }),
    },
    ...relatedConnection({
      field: "Actor.partnerships",
      parent: "actors",
      relation: "partnerships",
      node: "Partnership",
      edgeFields: { certainty: { type: "Certainty", values: certaintyAsAsked } },
      query: partnerships,
      extraCost: costOfRows(200_000),
    }),
  }),
}));
