import { sql } from "drizzle-orm";
import type { GraphQLResolveInfo } from "graphql";
import { graphEdgesOn } from "../../drizzle/query/graph-edge.ts";
import { networkOf } from "../../src/domain/network.ts";
import { checkReferences } from "../argument/known-reference.ts";
import { builder } from "../builder.ts";
import type { RowOf } from "../read/table.ts";
import type { Context } from "../context.ts";
import { costOfRows } from "../list-bound.ts";
import { type DrawnEdge, MOST, Network, type NodeValue } from "./network.ts";
import { readNamed } from "../node/named-query.ts";
import { readRows } from "../read/read-rows.ts";
import { type GraphEdgeArguments, graphEdgeArguments, graphEdgesAsked } from "./graph-edge.ts";
import { asRead } from "../assertion.ts";

/** Among so many ties are more edges than a network holds, though an actor may have two roles in one alliance. */
const MOST_TIES = 2 * MOST.edges + 1;

async function network(args: GraphEdgeArguments, context: Context, info: GraphQLResolveInfo) {
  const asked = graphEdgesAsked(args, context);
  const ties = await readNamed<DrawnEdge>(
    `network ${JSON.stringify(asked)}`,
    () =>
      sql`select actor, "actorType", "actorName", alliance, "allianceName", membership, role, certainty from (${graphEdgesOn(asked)}) limit ${MOST_TIES}`,
    context,
  );
  if (ties.length === 0) await checkReferences(context, info);
  const drawn = networkOf(ties, MOST);
  const [actors, alliances] = await Promise.all([
    readNodes(
      "actors",
      "actor",
      drawn.actors.map(({ tie }) => tie.actor),
      context,
      info,
    ),
    readNodes(
      "alliances",
      "alliance",
      drawn.alliances.map(({ tie }) => tie.alliance),
      context,
      info,
    ),
  ]);
  const nodes: NodeValue[] = [
    ...drawn.alliances.map(({ tie, degree }) => ({
      sort: "ALLIANCE" as const,
      tie,
      degree,
      actor: null,
      alliance: alliances.get(tie.alliance) ?? null,
    })),
    ...drawn.actors
      .toSorted(({ tie: a }, { tie: b }) => compare(a.actorName, b.actorName) || a.actor - b.actor)
      .map(({ tie, degree }) => ({
        sort: "ACTOR" as const,
        tie,
        degree,
        actor: actors.get(tie.actor) ?? null,
        alliance: null,
      })),
  ];
  return { ...drawn, nodes };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** The rows of the nodes, with what is asked of them beneath the field: one statement, or none. */
async function readNodes(
  table: "actors" | "alliances",
  field: "actor" | "alliance",
  ids: readonly number[],
  context: Context,
  info: GraphQLResolveInfo,
): Promise<Map<number, object>> {
  const wanted = JSON.stringify(ids);
  const isWanted = (row: RowOf<"actors"> | RowOf<"alliances">) =>
    sql`${row.id} in (select value from json_each(${wanted}))`;
  if (ids.length === 0) return new Map();
  const rows = await readRows(
    { table, own: () => ({ where: { RAW: isWanted } }), keys: { id: true }, paths: [["nodes", field]] },
    context,
    info,
  );
  return new Map(rows.map((row) => [asRead<number>(row["id"]), row]));
}

builder.queryField("network", (t) =>
  t.field({
    type: Network,
    extensions: { extraCost: costOfRows(200_000) },
    description: `Who takes part in what on one day, as members or contributing participants: nodes and edges, ready to be drawn, of at most ${MOST.nodes} nodes and ${MOST.edges} edges`,
    args: graphEdgeArguments(t.arg),
    resolve: (_root, args, context, info) => network(args, context, info),
  }),
);
