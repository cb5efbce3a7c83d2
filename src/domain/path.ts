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
  const nextsOf = new Map<number, readonly number[]>();
  const hopsOf = new Map<string, readonly Hop<T>[]>();
  const places = placesByName(ofActor, ofAlliance);
  const found: Hop<T>[][] = [];
  let { effort } = search;

  for (let length = 1; length <= maxLength && found.length < most; length++) walk(from, length, []);
  return found;

  function walk(actor: number, left: number, path: readonly Hop<T>[]): void {
    if (left === 0) {
      found.push([...path]);
      return;
    }
    for (const next of nexts(actor)) {
      if (found.length === most) return;
      const isWay = (next === to) === (left === 1) && away.get(next)! <= left - 1 && next !== from;
      if (!isWay || path.some((hop) => hop.to.actor === next)) {
        step();
        continue;
      }
      for (const hop of hops(actor, next)) {
        if (found.length === most) return;
        step();
        if (!path.some((before) => before.to.alliance === hop.to.alliance)) walk(next, left - 1, [...path, hop]);
      }
    }
  }

  function step(): void {
    if (effort-- === 0) throw new PathEffortError("too many ways to try");
  }

  /** The actors one hop away, by name: a pair is joined only when it is tried, since large alliances make very many of them. */
  function nexts(actor: number): readonly number[] {
    let nexts = nextsOf.get(actor);
    if (nexts === undefined) {
      const around = new Set<number>();
      for (const { alliance } of ofActor.get(actor) ?? []) {
        for (const { actor: next } of ofAlliance.get(alliance)!) around.add(next);
      }
      around.delete(actor);
      nexts = [...around].filter((next) => away.has(next)).toSorted((a, b) => places.actor(a) - places.actor(b));
      nextsOf.set(actor, nexts);
    }
    return nexts;
  }

  /** The hops from one actor to another, by the alliance's name. */
  function hops(actor: number, next: number): readonly Hop<T>[] {
    const key = `${actor} ${next}`;
    let hops = hopsOf.get(key);
    if (hops === undefined) {
      const mine = new Map(ofActor.get(actor)!.map((tie) => [tie.alliance, tie]));
      hops = ofActor
        .get(next)!
        .flatMap((theirs) => {
          const own = mine.get(theirs.alliance);
          return own === undefined ? [] : [{ from: own, to: theirs }];
        })
        .toSorted((a, b) => places.alliance(a.to.alliance) - places.alliance(b.to.alliance));
      hopsOf.set(key, hops);
    }
    return hops;
  }
}

/** The places of the actors and of the alliances in the order of their names, so that names are compared once. */
function placesByName<T extends GraphEdge>(ofActor: Index<T>, ofAlliance: Index<T>) {
  const placesOf = (index: Index<T>, name: (tie: T) => string) => {
    const named = [...index].map(([id, [tie]]) => ({ id, name: name(tie!) }));
    const sorted = named.toSorted((a, b) => compareTexts(a.name, b.name) || a.id - b.id);
    const places = new Map(sorted.map(({ id }, place) => [id, place]));
    return (id: number) => places.get(id)!;
  };
  return {
    actor: placesOf(ofActor, ({ actorName }) => actorName),
    alliance: placesOf(ofAlliance, ({ allianceName }) => allianceName),
  };
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
  for (const tie of firstTies(ties)) {
    append(ofActor, tie.actor, tie);
    append(ofAlliance, tie.alliance, tie);
  }
  return { ofActor, ofAlliance };
}

/** The first tie of each actor and alliance. */
export function firstTies<T extends GraphEdge>(ties: Iterable<T>): T[] {
  const seen = new Map<number, Set<number>>();
  const firsts: T[] = [];
  for (const tie of ties) {
    let actors = seen.get(tie.alliance);
    if (actors === undefined) seen.set(tie.alliance, (actors = new Set()));
    if (actors.has(tie.actor)) continue;
    actors.add(tie.actor);
    firsts.push(tie);
  }
  return firsts;
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
