import { and, isNull, or } from "drizzle-orm";
import { decides } from "../../drizzle/claim/deciding.ts";
import { mostParts } from "../../src/domain/list-bound.ts";
import type { ObligationCode as Code } from "../../src/domain/vocabulary.ts";
import { Actor } from "../actor/actor.ts";
import { refersTo } from "../argument/reference-kind.ts";
import { Citation, citationOrder } from "../article/citation.ts";
import { builder } from "../builder.ts";
import { connectionType } from "../connection/connection-type.ts";
import type { ListQuery } from "../connection/list.ts";
import { pageArguments } from "../connection/page-argument.ts";
import type { PageArguments } from "../connection/page.ts";
import { relatedConnection } from "../connection/related-connection.ts";
import type { Context } from "../context.ts";
import { ObligationCode, Rank } from "../enum.ts";
import { isActor, isOneOf, type Several } from "../filter/condition.ts";
import { atMost } from "../list-bound.ts";
import { writeGlobalId } from "../node/global-id.ts";
import { Node } from "../node/node.ts";
import { type AsOf, asOfArguments, certaintyAsAsked, holdsAsAsked } from "../time/as-of.ts";
import { attestedOnOption, certaintyOfNode } from "../time/certainty.ts";
import { edgeCertainty } from "../time/edge-certainty.ts";
import { lastingEnds, Period } from "../time/period.ts";
import { Alliance } from "./alliance.ts";

export const Obligation = builder.drizzleObject("obligations", {
  name: "Obligation",
  description:
    "What an alliance obliges its members to, over a period. Where it changes from one phase of the alliance to the next, each phase has its own",
  interfaces: [Node],
  select: { columns: {} },
  fields: (t) => ({
    id: t.id({
      description: "An opaque id, the same for ever",
      select: { columns: { id: true } },
      resolve: (row) => writeGlobalId("Obligation", row.id),
    }),
    alliance: t.relation("alliance", { description: "Under what" }),
    code: t.expose("code", { type: ObligationCode, description: "To what it obliges" }),
    actor: t.relation("actor", {
      type: Actor,
      nullable: true,
      description: "The one member that it binds; null where it binds all",
    }),
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

const ObligationConnection = connectionType(
  "Obligation",
  Obligation,
  "the obligations",
  edgeCertainty("How surely it holds on the list's day; with `ever: true` null where it cannot"),
);

interface ObligationArguments extends AsOf, PageArguments {
  codes?: Several<Code>;
  actor?: string | null | undefined;
  ever?: boolean | null | undefined;
}

function obligations(args: ObligationArguments, context: Context): ListQuery<"obligations"> {
  return {
    where: (row) =>
      and(
        isOneOf(row.code, args.codes),
        args.actor == null ? undefined : or(isNull(row.actorId), isActor(row.actorId, [args.actor])),
        args.ever === true ? undefined : and(holdsAsAsked(row, args, context), decides(row)),
      ),
    order: { columns: ["fromEarliest", "id"], direction: "asc" },
  };
}

builder.drizzleObjectFields(Alliance, (t) => ({
  obligations: t.field({
    type: ObligationConnection,
    description:
      "What it obliges its members to as of a day, which tells the phase that it is in then, the earliest begun first; empty where no source tells",
    args: {
      ...pageArguments(t.arg),
      codes: t.arg({ type: [ObligationCode], description: "Only to one of these; to anything when left out" }),
      actor: t.arg.id({
        ...refersTo("actors"),
        description:
          "Only what binds this member, by id or slug: what binds all, and what binds it alone; whomever it binds when left out",
      }),
      ...asOfArguments(t.arg),
      ever: t.arg.boolean({
        defaultValue: false,
        description: "true: all there ever were, of every rank, whatever asOf and certainty say",
      }),
    },
    ...relatedConnection({
      field: "Alliance.obligations",
      parent: "alliances",
      relation: "obligations",
      node: "Obligation",
      edgeFields: { certainty: { type: "Certainty", values: certaintyAsAsked } },
      query: obligations,
    }),
  }),
}));
