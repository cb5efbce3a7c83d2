import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { networkOf } from "../../src/domain/network.ts";

const ties = fc
  .array(fc.tuple(fc.nat({ max: 8 }), fc.nat({ max: 5 })), { maxLength: 40 })
  .map((pairs) =>
    pairs.map(([actor, alliance]) => ({ actor, actorName: `a${actor}`, alliance, allianceName: `b${alliance}` })),
  );
const bound = fc.record({ nodes: fc.nat({ max: 15 }), edges: fc.nat({ max: 20 }) });

describe("a network", () => {
  it("is whole where its bounds hold it, and no more", () => {
    fc.assert(
      fc.property(ties, (ties) => {
        const all = networkOf(ties, { nodes: Infinity, edges: Infinity });
        const most = { nodes: all.actors.length + all.alliances.length, edges: all.edges.length };
        expect(networkOf(ties, most)).toEqual(all);
        expect(all.truncated).toBe(false);
      }),
    );
  });

  it("stays within its bounds, joins only nodes that it has, and says when it left ties out", () => {
    fc.assert(
      fc.property(ties, bound, (ties, most) => {
        const { actors, alliances, edges, truncated } = networkOf(ties, most);
        expect(edges.length).toBeLessThanOrEqual(most.edges);
        expect(actors.length + alliances.length).toBeLessThanOrEqual(most.nodes);
        const all = new Set(ties.map(({ actor, alliance }) => `${actor} ${alliance}`));
        expect(truncated).toBe(edges.length < all.size);
        for (const { tie, degree } of actors) {
          expect(degree).toBe(edges.filter(({ actor }) => actor === tie.actor).length);
        }
        for (const { tie, degree } of alliances) {
          expect(degree).toBe(edges.filter(({ alliance }) => alliance === tie.alliance).length);
        }
        expect(new Set(edges.map(({ actor }) => actor)).size).toBe(actors.length);
        expect(new Set(edges.map(({ alliance }) => alliance)).size).toBe(alliances.length);
      }),
    );
  });

  it("leaves out those of the lowest degree, and counts what it leaves out", () => {
    fc.assert(
      fc.property(ties, bound, (ties, most) => {
        const all = networkOf(ties, { nodes: Infinity, edges: Infinity });
        const { actors, alliances, edges, leftOut } = networkOf(ties, most);
        expect(leftOut).toEqual({
          actors: all.actors.length - actors.length,
          alliances: all.alliances.length - alliances.length,
          edges: all.edges.length - edges.length,
        });
        const degrees = new Map(all.actors.map(({ tie, degree }) => [tie.actor, degree]));
        for (const { tie, degreeInAll } of actors) expect(degreeInAll).toBe(degrees.get(tie.actor));
      }),
    );
  });

  it("keeps an actor and an alliance in turn, and the focus though others have more", () => {
    const tie = (actor: number, alliance: number) => ({ actor, actorName: "", alliance, allianceName: "" });
    const ties = [tie(1, 1), tie(2, 1), tie(3, 1), tie(3, 2), tie(4, 2), tie(3, 3), tie(5, 3)];
    const kept = (focus?: { actor: number; radius: number }) => {
      const { actors, alliances } = networkOf(ties, { nodes: 3, edges: 9 }, focus);
      return [actors.map(({ tie }) => tie.actor), alliances.map(({ tie }) => tie.alliance)];
    };
    expect(kept()).toEqual([[1, 3], [1]]);
    expect(kept({ actor: 4, radius: 2 })).toEqual([[3, 4], [2]]);
  });

  it("reaches from its focus as many hops as it is told", () => {
    const tie = (actor: number, alliance: number) => ({ actor, actorName: "", alliance, allianceName: "" });
    const chain = [tie(1, 1), tie(2, 1), tie(2, 2), tie(3, 2), tie(3, 3), tie(4, 3)];
    const reached = (radius: number) =>
      networkOf(chain, { nodes: 99, edges: 99 }, { actor: 1, radius }).alliances.map(({ tie }) => tie.alliance);
    expect([reached(1), reached(2), reached(3)]).toEqual([[1], [1, 2], [1, 2, 3]]);
    expect(networkOf(chain, { nodes: 99, edges: 99 }, { actor: 9, radius: 3 }).edges).toEqual([]);
  });
});
