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
});
