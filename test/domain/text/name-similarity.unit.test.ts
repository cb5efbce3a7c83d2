import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LEAST_LIKENESS, likeness, similarity, wanted } from "../../../src/domain/text/name-similarity.ts";

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

  it("is the mean of trigrams in common and of letters that need no edit", () => {
    expect(similarity("untied", "united")).toBeCloseTo((6 / 14 + 5 / 6) / 2, 10);
    expect(similarity("ab", "abcd")).toBe(0.5);
    const text = fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const longest = Math.max(one.length, other.length);
        fc.pre(2 * Math.min(one.length, other.length) >= longest);
        const [mine, theirs] = [threes(one), threes(other)];
        const dice = (2 * mine.filter((three) => theirs.includes(three)).length) / (mine.length + theirs.length);
        expect(similarity(one, other)).toBeCloseTo((dice + 1 - edits(one, other) / longest) / 2, 10);
      }),
    );
  });

  it.each<[string, string, number]>([
    ["TÜRKIYE", "Türkiye", 1],
    ["The Gambia", "Gambia", 0.95],
    ["Korea, Republic of", "Republic of Korea", 0.94],
    ["North Atlantic", "North Atlantic Treaty Organization", 0.724],
    ["lantic Treaty", "North Atlantic Treaty Organization", 0],
    ["Atlantic North", "North Atlantic Treaty Organization", 0],
    ["Austrlia", "Australia", 0.756],
    ["Bathe Pact", "Bapact", 0],
    ["Prime Minister", "Prime Ministers", 0],
    ["...", "Japan", 0],
    ["Japan", "...", 0],
    ["...", "!", 0],
  ])("of %s and %s, of a state or an alliance, is %d", (one, other, score) => {
    expect(likeness(wanted(one), other, false)).toEqual({ score, exact: score === 1 });
  });

  it.each<[string, string, number]>([
    ["Kishida Fumio", "Fumio Kishida", 0.94],
    ["Kishida", "Fumio Kishida", 0.85],
    ["Ivanov", "Sergei Ivanov", 0.85],
    ["Husariv", "Anna Husariv", 0.85],
    ["Leyen", "Ursula von der Leyen", 0.85],
    ["Marcos Ferdinand", "Ferdinand Romualdez Marcos Jr.", 0.85],
    ["Ferdinand Marcos", "Ferdinand Romualdez Marcos Jr.", 0.85],
    ["Abbott Fumio", "Fumio Kishida", 0],
    ["Kishida Taro", "Fumio Kishida", 0],
    ["Tanaka", "Fumio Kishida", 0],
    ["Duran Duran", "Duran", 0],
    ["Prime Minister Fumio Kishda", "Fumio Kishida", 0.808],
  ])("of %s and %s, of a person, is %d", (one, other, score) => {
    expect(likeness(wanted(one), other, true)).toEqual({ score, exact: false });
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

function threes(text: string): string[] {
  return [...new Set(Array.from({ length: text.length + 1 }, (_, at) => `  ${text} `.slice(at, at + 3)))];
}

/** The fewest insertions, deletions, substitutions and swaps, by trying everything. */
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
