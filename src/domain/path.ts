/** That an actor takes part in an alliance. */
export interface GraphEdge {
  actor: number;
  actorName: string;
  alliance: number;
  allianceName: string;
}

/** One step of a path: two actors who both take part in one alliance. */
export interface Hop<T extends GraphEdge = GraphEdge> {
  from: T;
  to: T;
}

export interface PathSearch {
  from: number;
  to: number;
  /** At most this many hops. */
  maxLength: number;
  /** At most this many paths. */
  most: number;
  /** At most this many steps of the search. */
  effort: number;
}

/** Why a search was given up. */
export class PathEffortError extends Error {
  override readonly name = "PathEffortError";
}

/**
 * The paths from one actor to another, shortest first, then by name: hop by hop of the actor it
 * leads to, then of the alliance. No actor comes twice in a path, and no alliance: where one did,
 * the path through it alone would be shorter. Of several ties of one actor to one alliance the first counts.
 *
 * Ways are tried in the order of the answer, and only through actors from which the end can still be
 * reached in the hops that are left, so that the search ends with the last path wanted.
 * @throws PathEffortError when it takes more steps than it may
 */
export function findPaths<T extends GraphEdge>(ties: readonly T[], search: PathSearch): Hop<T>[][] {
  const { from, to, maxLength, most } = search;
  const { ofActor, ofAlliance } = index(ties);
  const away = distancesTo(to, ofActor, ofAlliance, maxLength);
  const hopsFrom = new Map<number, Hop<T>[]>();
  const found: Hop<T>[][] = [];
  let { effort } = search;

  for (let length = 1; length <= maxLength && found.length < most; length++) walk(from, length, []);
  return found;

  function walk(actor: number, left: number, path: readonly Hop<T>[]): void {
    if (left === 0) {
      found.push([...path]);
      return;
    }
    for (const hop of nextHops(actor)) {
      if (found.length === most) return;
      if (effort-- === 0) throw new PathEffortError("too many ways to try");
      const next = hop.to.actor;
      const ends = next === to;
      if (ends !== (left === 1) || away.get(next)! > left - 1 || next === from) continue;
      if (path.some(({ to }) => to.actor === next || to.alliance === hop.to.alliance)) continue;
      walk(next, left - 1, [...path, hop]);
    }
  }

  function nextHops(actor: number): Hop<T>[] {
    let hops = hopsFrom.get(actor);
    if (hops === undefined) {
      hops = (ofActor.get(actor) ?? [])
        .flatMap((from) => ofAlliance.get(from.alliance)!.map((to) => ({ from, to })))
        .filter(({ to }) => to.actor !== actor && away.has(to.actor))
        .toSorted(compareHops);
      hopsFrom.set(actor, hops);
    }
    return hops;
  }
}

/** The order of hops from one actor. */
export function compareHops({ to: a }: Hop, { to: b }: Hop): number {
  return (
    compareTexts(a.actorName, b.actorName) ||
    a.actor - b.actor ||
    compareTexts(a.allianceName, b.allianceName) ||
    a.alliance - b.alliance
  );
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

type Index<T> = ReadonlyMap<number, readonly T[]>;

function index<T extends GraphEdge>(ties: readonly T[]): { ofActor: Index<T>; ofAlliance: Index<T> } {
  const ofActor = new Map<number, T[]>();
  const ofAlliance = new Map<number, T[]>();
  const seen = new Set<string>();
  for (const tie of ties) {
    const pair = `${tie.actor} ${tie.alliance}`;
    if (seen.has(pair)) continue;
    seen.add(pair);
    append(ofActor, tie.actor, tie);
    append(ofAlliance, tie.alliance, tie);
  }
  return { ofActor, ofAlliance };
}

function append<T>(lists: Map<number, T[]>, key: number, value: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** How many hops each actor is from the end, as far as `most` (breadth first). */
function distancesTo<T extends GraphEdge>(end: number, ofActor: Index<T>, ofAlliance: Index<T>, most: number) {
  const away = new Map([[end, 0]]);
  const passed = new Set<number>();
  let rim = [end];
  for (let distance = 1; distance <= most && rim.length > 0; distance++) {
    const next: number[] = [];
    for (const { alliance } of rim.flatMap((actor) => ofActor.get(actor) ?? [])) {
      if (passed.has(alliance)) continue;
      passed.add(alliance);
      for (const { actor } of ofAlliance.get(alliance)!) {
        if (away.has(actor)) continue;
        away.set(actor, distance);
        next.push(actor);
      }
    }
    rim = next;
  }
  return away;
}
