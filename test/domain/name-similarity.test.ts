import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LEAST_LIKENESS, likeness, similarity, wanted } from "../../src/domain/name-similarity.ts";

const scoreOf = (name: string, other: string, isPerson = false) => likeness(wanted(name), other, isPerson).score;

describe("the likeness of two names", () => {
  it("is from 0 to 1, and 1 exactly for the same key", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        fc.string({ unit: "grapheme" }),
        fc.boolean(),
        (one, other, isPerson) => {
          const { score, exact } = likeness(wanted(one), other, isPerson);
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
          expect(exact).toBe(score === 1);
        },
      ),
    );
  });

  it("is symmetrical in its measure of spelling, and sees a swap as one edit", () => {
    expect(similarity("australia", "austria")).toBe(similarity("austria", "australia"));
    expect(similarity("untied", "united")).toBeGreaterThan(similarity("unxxed", "united"));
    expect(similarity("a", "abcdefgh")).toBe(0);
  });

  it("looks past titles for persons only", () => {
    expect(scoreOf("President Johnson", "Johnson", true)).toBe(0.95);
    expect(scoreOf("President Japan", "Japan")).toBeLessThan(LEAST_LIKENESS);
  });

  it("takes a family name for a person, before or after the given one", () => {
    expect(scoreOf("Marcos", "Ferdinand Marcos Jr.", true)).toBe(0.85);
    expect(scoreOf("Yoon", "Yoon Suk-yeol", true)).toBe(0.8);
    expect(scoreOf("Times", "Global Times")).toBe(0);
  });

  it.each([
    ["Austria", "Australia"],
    ["Austrian", "Australian"],
    ["Iran", "Iraq"],
    ["Slovakia", "Slovenia"],
    ["Niger", "Nigeria"],
    ["Ireland", "Iceland"],
    ["Mali", "Malta"],
  ])("of %s and %s is too little to say anything", (one, other) =>
    expect(scoreOf(one, other)).toBeLessThan(LEAST_LIKENESS),
  );
});
