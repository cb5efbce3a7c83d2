import type { GraphQLResolveInfo } from "graphql";
import { type Network as DomainNetwork, networkOf } from "../../src/domain/network.ts";
import { dayAfter } from "../../src/domain/time/day.ts";
import type { Stretch } from "../../src/domain/tie-history.ts";
import { checkReferences } from "../argument/known-reference.ts";
import { builder } from "../builder.ts";
import type { Context } from "../context.ts";
import { MembershipRole, Certainty } from "../enum.ts";
import { costLimitExceeded } from "../error.ts";
import { atMost, atMostInAll, costOfRows } from "../list-bound.ts";
import { writeGlobalId } from "../node/global-id.ts";
import { checkRange } from "../time/range.ts";
import {
  focusArgument,
  type HistoryArguments,
  historyArguments,
  MOST_MEMBERSHIPS,
  type PastTie,
  readHistory,
} from "./history.ts";
import { idOfActor, idOfAlliance, MOST, NetworkCounts, NetworkNode, type NodeValue } from "./network.ts";
import { nodesOf } from "./network-node-rows.ts";

/** Fewer edges than of one day, since each has stretches. */
const MOST_EDGES = 5_000;
const MOST_STRETCHES = 10_000;

/** A stretch, and whether it goes on beyond the span. */
interface StretchValue extends Stretch {
  goesOn: boolean;
}

interface NetworkOverValue extends DomainNetwork<PastTie> {
  nodes: NodeValue[];
  /** The day after the last. */
  end: string;
}

const NetworkStretch = builder.objectRef<StretchValue>("NetworkStretch").implement({
  description: "Days in a row on which an edge is the same",
  fields: (t) => ({
    from: t.expose("from", {
      type: "Date",
      description: "The first of these days; the first of the span at the earliest",
    }),
    to: t.field({
      type: "Date",
      nullable: true,
      description: "The first day on which it is no longer so; null where it is so to the end of the span",
      resolve: ({ to, goesOn }) => (goesOn ? null : to),
    }),
    membershipId: t.id({
      description: "The id of the membership that bears it out, with its period and citations",
      resolve: ({ membership }) => writeGlobalId("Membership", membership),
    }),
    role: t.expose("role", { type: MembershipRole, description: "In what role" }),
    certainty: t.expose("certainty", {
      type: Certainty,
      description: "How surely the actor takes part, and the alliance has got so far, on each of the days",
    }),
  }),
});

const NetworkOverEdge = builder.objectRef<PastTie & { end: string }>("NetworkOverEdge").implement({
  description: "An edge of a network over a span: an actor takes part in an alliance on some of its days",
  fields: (t) => ({
    actorId: t.id({ description: "The id of the actor's node", resolve: idOfActor }),
    allianceId: t.id({ description: "The id of the alliance's node", resolve: idOfAlliance }),
    stretches: t.field({
      type: [NetworkStretch],
      ...atMostInAll(MOST_STRETCHES, MOST_EDGES),
      description: "When it does, in order, at least one: on each day what `network` tells of that day",
      resolve: ({ stretches, end }) => stretches.map((stretch) => ({ ...stretch, goesOn: stretch.to === end })),
    }),
  }),
});

const NetworkOver = builder.objectRef<NetworkOverValue>("NetworkOver").implement({
  description: "Who takes part in what over a span of days, so that it can be laid out once and shown day by day",
  fields: (t) => ({
    nodes: t.expose("nodes", {
      type: [NetworkNode],
      ...atMost(MOST.nodes),
      description: "The alliances by name, then the actors by name; only those with an edge on some day",
    }),
    edges: t.field({
      type: [NetworkOverEdge],
      ...atMost(MOST_EDGES),
      description: "The edges by the alliance's name, then the actor's; one for an actor and an alliance",
      resolve: ({ edges, end }) => edges.map((edge) => ({ ...edge, end })),
    }),
    counts: t.field({
      type: NetworkCounts,
      description: "How much it holds",
      resolve: ({ actors, alliances, edges }) => ({
        actors: actors.length,
        alliances: alliances.length,
        edges: edges.length,
      }),
    }),
    leftOut: t.expose("leftOut", {
      type: NetworkCounts,
      description: "How much the span has beyond this; all 0 where nothing was left out",
    }),
    truncated: t.exposeBoolean("truncated", { description: "true where anything was left out" }),
  }),
});

interface NetworkOverArguments extends HistoryArguments {
  focus?: string | null | undefined;
  most: number;
}

async function networkOver(args: NetworkOverArguments, context: Context, info: GraphQLResolveInfo) {
  checkRange("Query.networkOver", "most", args.most, 2, MOST.nodes);
  const { ties, focus } = await readHistory("Query.networkOver", args, args.focus ?? null, context);
  if (ties.length === 0) await checkReferences(context, info);
  const drawn = networkOf(
    ties,
    { nodes: args.most, edges: MOST_EDGES },
    focus === null ? undefined : { actor: focus, radius: 1 },
  );
  const stretches = drawn.edges.reduce((sum, edge) => sum + edge.stretches.length, 0);
  if (stretches > MOST_STRETCHES) {
    throw costLimitExceeded(
      `Query.networkOver has ${stretches} stretches, more than ${MOST_STRETCHES}: ask for fewer nodes by "most", or a shorter span`,
    );
  }
  return { ...drawn, nodes: await nodesOf(drawn, context, info), end: dayAfter(args.to) };
}

builder.queryField("networkOver", (t) =>
  t.field({
    type: NetworkOver,
    extensions: { extraCost: costOfRows(200_000) },
    description: `Who takes part in what over a span of days: all nodes and edges of it with the days on which they hold. Cut on a day it is the \`network\` of that day. Of at most ${MOST.nodes} nodes and ${MOST_EDGES} edges; where there are more, those of the highest degree stay, an actor and an alliance in turn. Refused with COST_LIMIT_EXCEEDED where it would read more than ${MOST_MEMBERSHIPS} memberships, or has more than ${MOST_STRETCHES} stretches`,
    args: {
      ...historyArguments(t.arg),
      focus: focusArgument(t.arg),
      most: t.arg.int({
        required: true,
        defaultValue: MOST.nodes,
        description: `At most so many nodes, 2 to ${MOST.nodes}, as in \`network\``,
      }),
    },
    resolve: (_root, args, context, info) => networkOver(args, context, info),
  }),
);
