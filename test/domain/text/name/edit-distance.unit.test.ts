import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editDistance } from "../../../../src/domain/text/name/edit-distance.ts";

describe("the edits between two words", () => {
  it("are the fewest insertions, deletions, substitutions and swaps, as far as they are asked for", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(text, text, fc.nat(3), (one, other, most) => {
        expect(editDistance(one, other, most)).toBe(Math.min(edits(one, other), most + 1));
      }),
      { numRuns: 300 },
    );
  });
});

/** By trying everything. */
function edits(one: string, other: string): number {
  if (one === "" || other === "") return one.length + other.length;
  const ways = [
    edits(one.slice(1), other) + 1,
    edits(one, other.slice(1)) + 1,
    edits(one.slice(1), other.slice(1)) + Number(one[0] !== other[0]),
  ];
  const isSwap = one.length > 1 && one[0] === other[1] && one[1] === other[0];
  return Math.min(...ways, ...(isSwap ? [edits(one.slice(2), other.slice(2)) + 1] : []));
}
