import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apostrophes } from "../../../../src/domain/text/fold/apostrophe.ts";
import { wordsOf } from "../../../../src/domain/text/fold/words.ts";
import { anyText, randomText } from "../random-text.ts";

const RUNS = { numRuns: 3000 };
const textsOf = (text: string) => wordsOf(text).map((word) => word.text);

describe("the words of any text", () => {
  it("stand in order, within it, and share at most one sign", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let before = { start: 0, end: 0 };
        for (const { start, end } of wordsOf(text)) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(start).toBeGreaterThanOrEqual(before.start);
          expect(end).toBeGreaterThanOrEqual(before.end);
          // A sign such as ½ is two words, or a part of two.
          expect(text.slice(start, before.end)).toMatch(/^(([\u1100-\u11ff]+|.)[\p{M}\uff9e\uff9f]*)?$/u);
          before = { start, end };
        }
      }),
      RUNS,
    );
  });

  it("have letters and digits alone, none of them a space or a sign of FTS5's", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const word of textsOf(text)) expect(word).toMatch(/^[\p{L}\p{N}\p{M}\p{Co}]+$/u);
      }),
      RUNS,
    );
  });

  it("are folded: their own words are they themselves", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const word of textsOf(text)) expect(textsOf(word)).toEqual([word]);
      }),
      RUNS,
    );
  });

  it.each(["NFC", "NFD", "NFKC", "NFKD"])("are those of its form %s", (form) => {
    fc.assert(
      fc.property(anyText, (text) => {
        // These are two letters then, and a vowel whose ring stands on no letter of its script is on whatever comes before.
        const plain = text.replaceAll(/[™℠]|(?<![\p{sc=Thai}\p{sc=Laoo}])[ำຳ]/gu, "");
        expect(textsOf(plain.normalize(form))).toEqual(textsOf(plain));
      }),
      RUNS,
    );
  });

  it("are the same with soft hyphens and characters of no width between all letters", () => {
    fc.assert(
      fc.property(randomText, fc.constantFrom("\u00ad", "\u200b", "\u200c", "\u2060", "\ufeff"), (text, nothing) => {
        const parted = text.replaceAll(/(?<=[\p{L}\p{N}])(?![\uff9e\uff9f\u1160-\u11ff])(?=[\p{L}\p{N}])/gu, nothing);
        expect(textsOf(parted)).toEqual(textsOf(text));
      }),
      RUNS,
    );
  });

  it("are the same in upper and in lower case", () => {
    fc.assert(
      fc.property(randomText, (text) => {
        const letters = [...text].filter((one) => one.toUpperCase().toLowerCase() === one.toLowerCase());
        const cased = letters.filter((one) => one.toLowerCase().toUpperCase() === one.toUpperCase()).join("");
        expect(textsOf(cased.toUpperCase())).toEqual(textsOf(cased.toLowerCase()));
      }),
      RUNS,
    );
  });
});

describe("every character of Unicode", () => {
  const characters = Array.from({ length: 0x110000 }, (_, point) => point)
    .filter((point) => point < 0xd800 || point > 0xdfff)
    .map((point) => String.fromCodePoint(point));

  it("that is a decimal digit is one of ASCII, in the order of its script", () => {
    const digits = characters.filter((character) => /\p{Nd}/u.test(character));
    expect(digits.length).toBeGreaterThan(600);
    expect(digits.length % 10).toBe(0);
    const read = digits.map((digit) => textsOf(digit).join("|")).join("");
    expect(read).toBe("0123456789".repeat(digits.length / 10));
  });

  it("that is assigned and a letter or a digit is a word, or a part of one", () => {
    // The second is what makes a word longer in Arabic, which has signs for it with a mark.
    const isLetter = (one: string) =>
      /(?![\p{Default_Ignorable_Code_Point}\u0640])[\p{L}\p{Nd}]/u.test(one.normalize("NFKD"));
    const lost = characters.filter((one) => isLetter(one) && textsOf(one).length === 0 && !apostrophes.has(one));
    expect(lost.map(pointOf)).toEqual(["U+374", "U+2120", "U+2122", "U+a78b"]);
  });

  it("is folded to what stays as it is", () => {
    const unsteady = characters
      .filter((one) => /[\p{L}\p{N}\p{M}]/u.test(one))
      .filter((one) => {
        const words = textsOf(one);
        return words.some((word) => textsOf(word).join(" ") !== word);
      });
    expect(unsteady.map(pointOf)).toEqual([]);
  });

  function pointOf(character: string): string {
    return `U+${character.codePointAt(0)!.toString(16)}`;
  }
});
