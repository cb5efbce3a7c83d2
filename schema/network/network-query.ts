import type { GraphQLResolveInfo } from "graphql";
import { type GraphEdgesAsked, graphOn, type GraphRow, tiesOf } from "../../drizzle/query/graph-edge.ts";
import { networkOf } from "../../src/domain/network.ts";
import { checkReferences } from "../argument/known-reference.ts";
import { builder } from "../builder.ts";
import type { Context } from "../context.ts";
import { costOfRows } from "../list-bound.ts";
import { type DrawnEdge, MOST, Network } from "./network.ts";
import { nodesOf } from "./network-node-rows.ts";
import { readNamed } from "../node/named-query.ts";
import { type GraphEdgeArguments, graphEdgeArguments, graphEdgesAsked, MOST_TIES, tooManyTies } from "./graph-edge.ts";
import { refersTo } from "../argument/reference-kind.ts";
import { actorId } from "../node/reference.ts";
import { checkRange } from "../time/range.ts";

const MOST_RADIUS = 3;

interface NetworkArguments extends GraphEdgeArguments {
  focus?: string | null | undefined;
  radius: number;
  most: number;
}

async function network(args: NetworkArguments, context: Context, info: GraphQLResolveInfo) {
  checkRange("Query.network", "radius", args.radius, 1, MOST_RADIUS);
  checkRange("Query.network", "most", args.most, 2, MOST.nodes);
  const asked = graphEdgesAsked(args, context);
  const { ties, focus } = await readTies(asked, args, context);
  if (ties.length > MOST_TIES) throw tooManyTies(ties.length);
  if (ties.length === 0 || focus === null) await checkReferences(context, info);
  const around = focus == null ? undefined : { actor: focus, radius: args.radius };
  const drawn = networkOf<DrawnEdge>(focus === null ? [] : ties, { ...MOST, nodes: args.most }, around);
  return { ...drawn, nodes: await nodesOf(drawn, context, info) };
}

/** The ties among which the network is, and the focus: null where it names nobody, undefined where none is named. */
async function readTies(asked: GraphEdgesAsked, { focus, radius }: NetworkArguments, context: Context) {
  const actor = focus == null ? null : actorId(focus);
  const of = actor === null ? {} : { named: [actor], around: radius === 1 ? actor : undefined };
  const name = `network ${JSON.stringify([asked, focus ?? null, radius === 1])}`;
  const { ties, named } = tiesOf(await readNamed<GraphRow>(name, () => graphOn(asked, of), context));
  return { ties, focus: named[0] };
}

builder.queryField("network", (t) =>
  t.field({
    type: Network,
    extensions: { extraCost: costOfRows(200_000) },
    description: `Who takes part in what on one day, as members or contributing participants: nodes and edges, ready to be drawn, of at most ${MOST.nodes} nodes and ${MOST.edges} edges. Where there are more, those of the highest degree stay, an actor and an alliance in turn, and \`leftOut\` counts the others. Refused with COST_LIMIT_EXCEEDED where more than ${MOST_TIES} ties hold on the day`,
    args: {
      ...graphEdgeArguments(t.arg),
      focus: t.arg.id({
        description: "Only what is around this actor, by its id or slug; the whole network when left out",
        ...refersTo("actors"),
      }),
      radius: t.arg.int({
        required: true,
        defaultValue: 1,
        description: `With a focus: how many hops around it, 1 to ${MOST_RADIUS}. 1: the alliances in which it takes part, and all who take part in them; 2: also the alliances of these, and so on`,
      }),
      most: t.arg.int({
        required: true,
        defaultValue: MOST.nodes,
        description: `At most so many nodes, 2 to ${MOST.nodes}: those of the highest degree, with a focus the nearest before them, an actor and an alliance in turn; among equals by name`,
      }),
    },
    resolve: (_root, args, context, info) => network(args, context, info),
  }),
);
