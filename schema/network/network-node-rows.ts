import type { GraphQLResolveInfo } from "graphql";
import { sql } from "drizzle-orm";
import type { Network as DomainNetwork } from "../../src/domain/network.ts";
import type { GraphEdge } from "../../src/domain/path.ts";
import { asRead } from "../assertion.ts";
import type { Context } from "../context.ts";
import { readRows } from "../read/read-rows.ts";
import type { RowOf } from "../read/table.ts";
import type { NodeTie, NodeValue } from "./network.ts";

/** The nodes of a network with their rows: the alliances by name, then the actors by name. */
export async function nodesOf(
  drawn: DomainNetwork<GraphEdge & NodeTie>,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<NodeValue[]> {
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
  return [
    ...drawn.alliances.map((point) => ({
      sort: "ALLIANCE" as const,
      ...point,
      actor: null,
      alliance: alliances.get(point.tie.alliance) ?? null,
    })),
    ...drawn.actors
      .toSorted(({ tie: a }, { tie: b }) => compare(a.actorName, b.actorName) || a.actor - b.actor)
      .map((point) => ({
        sort: "ACTOR" as const,
        ...point,
        actor: actors.get(point.tie.actor) ?? null,
        alliance: null,
      })),
  ];
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
