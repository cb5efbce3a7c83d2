import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareHops, findPaths, type Hop, PathEffortError, type GraphEdge } from "../../src/domain/path.ts";

const NAMES = ["Ash", "Birch", "Cedar", "Elm", "Elm", "Fir", "Oak"];

const graph = fc
  .uniqueArray(fc.tuple(fc.nat({ max: 6 }), fc.nat({ max: 4 })), {
    maxLength: 18,
    selector: ([actor, alliance]) => `${actor} ${alliance}`,
  })
  .map((pairs) =>
    pairs.map(([actor, alliance]): GraphEdge => ({
      actor,
      actorName: NAMES[actor]!,
      alliance,
      allianceName: `Pact ${"abbca"[alliance]}`,
    })),
  );

/** Every path, found by trying everything: the meaning of the search, without its shortcuts. */
function everyPath(ties: readonly GraphEdge[], from: number, to: number, maxLength: number): Hop[][] {
  const hops = ties.flatMap((a) =>
    ties.filter((b) => a.alliance === b.alliance && a.actor !== b.actor).map((b): Hop => ({ from: a, to: b })),
  );
  let paths: Hop[][] = hops.filter((hop) => hop.from.actor === from).map((hop) => [hop]);
  const found: Hop[][] = [];
  for (let length = 1; length <= maxLength; length++) {
    found.push(...paths.filter((path) => path.at(-1)?.to.actor === to).toSorted(comparePaths));
    paths = paths.flatMap((path) =>
      hops.filter((hop) => hop.from.actor === path.at(-1)?.to.actor).map((hop) => [...path, hop]),
    );
  }
  return found.filter(isSimple);
}

function isSimple(path: Hop[]): boolean {
  const actors = [path[0]!.from.actor, ...path.map(({ to }) => to.actor)];
  const alliances = path.map(({ to }) => to.alliance);
  return new Set(actors).size === actors.length && new Set(alliances).size === alliances.length;
}

function comparePaths(a: Hop[], b: Hop[]): number {
  return a.map((hop, index) => compareHops(hop, b[index]!)).find((order) => order !== 0) ?? 0;
}

const search = { from: 0, to: 1, maxLength: 4, most: 1_000_000, effort: 1_000_000 };

describe("the paths between two actors", () => {
  it("are all that trying everything finds, in the same order", () => {
    fc.assert(
      fc.property(graph, fc.integer({ min: 1, max: 4 }), (ties, maxLength) => {
        expect(findPaths(ties, { ...search, maxLength })).toEqual(everyPath(ties, 0, 1, maxLength));
      }),
    );
  });

  it("are the first of them where only so many are wanted", () => {
    fc.assert(
      fc.property(graph, fc.integer({ min: 1, max: 5 }), (ties, most) => {
        expect(findPaths(ties, { ...search, most })).toEqual(everyPath(ties, 0, 1, 4).slice(0, most));
      }),
    );
  });

  it("lead back the same way", () => {
    fc.assert(
      fc.property(graph, (ties) => {
        const there = findPaths(ties, search).length;
        expect(findPaths(ties, { ...search, from: 1, to: 0 })).toHaveLength(there);
      }),
    );
  });

  it("come in the order of the names of actors, then of alliances, and of their numbers where names are alike", () => {
    const hop = (actor: number, actorName: string, alliance: number, allianceName: string): Hop => {
      const to = { actor, actorName, alliance, allianceName };
      return { from: to, to };
    };
    const ordered = [
      hop(9, "Ash", 9, "Zenith"),
      hop(2, "Birch", 8, "Accord"),
      hop(2, "Birch", 7, "Pact"),
      hop(2, "Birch", 9, "Pact"),
      hop(3, "Birch", 1, "Accord"),
      hop(1, "Cedar", 1, "Accord"),
    ];
    for (const [at, one] of ordered.entries()) {
      expect(compareHops(one, one)).toBe(0);
      for (const later of ordered.slice(at + 1)) {
        expect(compareHops(one, later)).toBeLessThan(0);
        expect(compareHops(later, one)).toBeGreaterThan(0);
      }
    }
  });

  it("take the first of several ties of one actor to one alliance", () => {
    const tie = (actor: number, actorName: string): GraphEdge => ({
      actor,
      actorName,
      alliance: 1,
      allianceName: "One",
    });
    const [first, end] = [tie(0, "Ash"), tie(1, "Elm")];
    expect(findPaths([first, end, tie(0, "Ashen"), tie(1, "Elmen")], search)).toEqual([[{ from: first, to: end }]]);
  });

  const tie = (actor: number, alliance: number): GraphEdge => ({
    actor,
    actorName: `${actor}`,
    alliance,
    allianceName: `${alliance}`,
  });
  const actors = (ties: readonly GraphEdge[], maxLength: number) =>
    findPaths(ties, { ...search, maxLength }).map((path) => [0, ...path.map(({ to }) => to.actor)]);

  it("never come back to where they began, nor to where they have been", () => {
    // 0 and 2 are tied twice, and so are 2 and 3.
    const start = [tie(0, 1), tie(0, 2), tie(2, 1), tie(2, 2), tie(0, 3), tie(1, 3)];
    expect(actors(start, 3)).toEqual([[0, 1]]);
    const middle = [tie(0, 1), tie(2, 1), tie(2, 2), tie(3, 2), tie(2, 3), tie(3, 3), tie(2, 4), tie(1, 4)];
    expect(actors(middle, 4)).toEqual([[0, 2, 1]]);
  });

  it("are looked for no further than leads to the end in the hops that are left", () => {
    // 0 – 2 – 3 – 1: one step for one hop and one for two; for three one, two and two.
    const chain = [tie(0, 1), tie(2, 1), tie(2, 2), tie(3, 2), tie(3, 3), tie(1, 3)];
    expect(findPaths(chain, { ...search, maxLength: 3, effort: 7 })).toHaveLength(1);
    expect(() => findPaths(chain, { ...search, maxLength: 3, effort: 6 })).toThrow("too many ways to try");
  });

  it("are looked for only where the end can still be reached", () => {
    // 0 – 2 – 1, and from 0 and 1 on to others from which there is no way.
    const ties = [
      tie(0, 1),
      tie(2, 1),
      tie(2, 2),
      tie(1, 2),
      tie(0, 3),
      tie(3, 3),
      tie(3, 4),
      tie(4, 4),
      tie(1, 5),
      tie(5, 5),
    ];
    expect(findPaths(ties, { ...search, maxLength: 2, effort: 4 })).toHaveLength(1);
    expect(() => findPaths(ties, { ...search, maxLength: 2, effort: 1 })).toThrow("too many ways to try");
  });

  it("are none where an actor has no ties", () => {
    expect(findPaths([], search)).toEqual([]);
  });

  it("are given up beyond the effort allowed, and not told in part", () => {
    const ties = Array.from({ length: 50 }, (_, actor) => ({
      actor,
      actorName: `${actor}`,
      alliance: 1,
      allianceName: "One",
    }));
    const find = () => findPaths(ties, { ...search, effort: 100 });
    expect(find).toThrow(PathEffortError);
    expect(find).toThrow(expect.objectContaining({ name: "PathEffortError" }));
  });
});
