import { firstTies, type GraphEdge } from "./path.ts";

/** A node by the first tie that has it. */
export interface NetworkPoint<T extends GraphEdge> {
  tie: T;
  /** How many edges it has in the network. */
  degree: number;
  /** How many it would have, had nothing been left out. */
  degreeInAll: number;
}

export interface NetworkCount {
  actors: number;
  alliances: number;
  edges: number;
}

/** Alliances as hubs, and who takes part in them around. */
export interface Network<T extends GraphEdge> {
  actors: NetworkPoint<T>[];
  alliances: NetworkPoint<T>[];
  edges: T[];
  /** Whether ties were left out, since a drawing holds only so many. */
  truncated: boolean;
  leftOut: NetworkCount;
}

export interface NetworkBounds {
  nodes: number;
  edges: number;
}

/** The actor that a network is drawn around, and how many hops it reaches. */
export interface Focus {
  actor: number;
  radius: number;
}

/**
 * The network of the ties in their order, of which an actor and an alliance have only one. Where its bounds do not hold
 * it, those of the highest degree stay: an actor and an alliance in turn, since a network of one sort alone has no edge.
 */
export function networkOf<T extends GraphEdge>(ties: Iterable<T>, most: NetworkBounds, focus?: Focus): Network<T> {
  const firsts = firstTies(ties);
  const all = focus === undefined ? firsts : within(firsts, focus.actor, focus.radius);
  const whole = nodesOf(all);
  const fits = all.length <= most.edges && whole.actors.size + whole.alliances.size <= most.nodes;
  const edges = fits ? all : ranked(all, whole, most, focus);
  const drawn = fits ? whole : nodesOf(edges);
  const points = (sort: keyof Nodes<T>) =>
    [...drawn[sort]].map(([id, node]) => ({ ...node, degreeInAll: whole[sort].get(id)!.degree }));
  return {
    actors: points("actors"),
    alliances: points("alliances"),
    edges,
    truncated: edges.length < all.length,
    leftOut: {
      actors: whole.actors.size - drawn.actors.size,
      alliances: whole.alliances.size - drawn.alliances.size,
      edges: all.length - edges.length,
    },
  };
}

type Counted<T> = Map<number, { tie: T; degree: number }>;
interface Nodes<T> {
  actors: Counted<T>;
  alliances: Counted<T>;
}

function nodesOf<T extends GraphEdge>(ties: readonly T[]): Nodes<T> {
  const nodes: Nodes<T> = { actors: new Map(), alliances: new Map() };
  for (const tie of ties) {
    count(nodes.actors, tie.actor, tie);
    count(nodes.alliances, tie.alliance, tie);
  }
  return nodes;
}

function count<T>(nodes: Counted<T>, id: number, tie: T): void {
  const node = nodes.get(id);
  if (node === undefined) nodes.set(id, { tie, degree: 1 });
  else node.degree++;
}

/** The hops at which each node is first reached from the actor: its own alliances, and who takes part in them, at the first. */
function hopsFrom(
  ties: readonly GraphEdge[],
  actor: number,
  radius: number,
): Record<keyof Nodes<never>, Map<number, number>> {
  const actors = new Map([[actor, 0]]);
  const alliances = new Map<number, number>();
  for (let hop = 1; hop <= radius; hop++) {
    const before = actors.size;
    for (const tie of ties) if (actors.has(tie.actor) && !alliances.has(tie.alliance)) alliances.set(tie.alliance, hop);
    for (const tie of ties) if (alliances.has(tie.alliance) && !actors.has(tie.actor)) actors.set(tie.actor, hop);
    if (actors.size === before) break;
  }
  return { actors, alliances };
}

/** The ties of the alliances that are at most so many hops away. */
function within<T extends GraphEdge>(ties: readonly T[], actor: number, radius: number): T[] {
  const { alliances } = hopsFrom(ties, actor, radius);
  return ties.filter(({ alliance }) => alliances.has(alliance));
}

/** The ties among the nodes of the highest degree, as many nodes as the bounds hold; with a focus only what still hangs together with it. */
function ranked<T extends GraphEdge>(ties: readonly T[], nodes: Nodes<T>, most: NetworkBounds, focus?: Focus): T[] {
  const actorsOf = Map.groupBy(ties, ({ alliance }) => alliance);
  const alliancesOf = Map.groupBy(ties, ({ actor }) => actor);
  const kept = { actors: new Set<number>(), alliances: new Set<number>() };
  const hops = focus && hopsFrom(ties, focus.actor, focus.radius);
  let edges = 0;
  for (const { sort, id } of inTurn(nodes, hops)) {
    const added =
      sort === "actors"
        ? alliancesOf.get(id)!.filter(({ alliance }) => kept.alliances.has(alliance)).length
        : actorsOf.get(id)!.filter(({ actor }) => kept.actors.has(actor)).length;
    edges += added;
    if (edges > most.edges || kept.actors.size + kept.alliances.size === most.nodes) break;
    kept[sort].add(id);
  }
  const among = ties.filter(({ actor, alliance }) => kept.actors.has(actor) && kept.alliances.has(alliance));
  return focus === undefined ? among : within(among, focus.actor, Infinity);
}

/** The nodes, an actor and an alliance in turn as long as there are both: the nearest to the focus first, then those of the highest degree. */
function* inTurn<T>(nodes: Nodes<T>, hops?: ReturnType<typeof hopsFrom>) {
  const [actors, alliances] = [inOrder(nodes.actors, hops?.actors), inOrder(nodes.alliances, hops?.alliances)];
  for (let place = 0; place < Math.max(actors.length, alliances.length); place++) {
    if (place < actors.length) yield { sort: "actors", id: actors[place]! } as const;
    if (place < alliances.length) yield { sort: "alliances", id: alliances[place]! } as const;
  }
}

/** Of the same degree in the order of the ties, which is that of names. */
function inOrder<T>(nodes: Counted<T>, hops?: ReadonlyMap<number, number>): number[] {
  const away = (id: number) => hops?.get(id) ?? 0;
  return [...nodes]
    .toSorted(([a, { degree: ofA }], [b, { degree: ofB }]) => away(a) - away(b) || ofB - ofA)
    .map(([id]) => id);
}
