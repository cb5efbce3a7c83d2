import type { GraphEdge } from "./path.ts";

/** Alliances as hubs, and who takes part in them around. */
export interface Network<T extends GraphEdge> {
  actors: { tie: T; degree: number }[];
  alliances: { tie: T; degree: number }[];
  edges: T[];
  /** Whether ties were left out, since a drawing holds only so many. */
  truncated: boolean;
}

/**
 * The network of the ties in their order, of which an actor and an alliance have only one. It ends
 * before the first tie that is one edge or one node too many, so that each edge has both its nodes.
 */
export function networkOf<T extends GraphEdge>(ties: Iterable<T>, most: { nodes: number; edges: number }): Network<T> {
  const actors = new Map<number, { tie: T; degree: number }>();
  const alliances = new Map<number, { tie: T; degree: number }>();
  const edges = new Map<string, T>();
  let truncated = false;
  for (const tie of ties) {
    const key = `${tie.actor} ${tie.alliance}`;
    if (edges.has(key)) continue;
    const added = Number(!actors.has(tie.actor)) + Number(!alliances.has(tie.alliance));
    truncated = edges.size === most.edges || actors.size + alliances.size + added > most.nodes;
    if (truncated) break;
    edges.set(key, tie);
    count(actors, tie.actor, tie);
    count(alliances, tie.alliance, tie);
  }
  return { actors: [...actors.values()], alliances: [...alliances.values()], edges: [...edges.values()], truncated };
}

function count<T>(nodes: Map<number, { tie: T; degree: number }>, id: number, tie: T): void {
  const node = nodes.get(id) ?? { tie, degree: 0 };
  node.degree++;
  nodes.set(id, node);
}
