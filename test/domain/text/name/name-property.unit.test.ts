import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nameKey } from "../../../../src/domain/text/name/name-key.ts";
import { type Bearer, LEAST_LIKENESS, likeness, wanted } from "../../../../src/domain/text/name/name-similarity.ts";
import { tellingWords } from "../../../../src/domain/text/name/person-name.ts";
import { withoutTitles } from "../../../../src/domain/text/name/title.ts";
import { registerOf } from "./name-register.ts";

const bearer = fc.constantFrom<Bearer>("PERSON", "STATE", "ORGANIZATION", null);
const text = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: fc.constantFrom(..."abcABC é.-’ 岸田ーン윤มيو1") }),
);
const letter = fc.constantFrom(..."abcdefghiklmnoprstuvz");
const family = fc.string({ unit: letter, minLength: 6, maxLength: 12 });

/** A word with one letter left out, put in, replaced, or swapped with the next. */
const edited = (word: string) =>
  fc.tuple(fc.nat(word.length - 2), letter, fc.nat(3)).map(([at, other, how]) => {
    if (how === 0) return word.slice(0, at) + word.slice(at + 1);
    if (how === 1) return word.slice(0, at) + other + word.slice(at);
    if (how === 2) return word.slice(0, at) + other + word.slice(at + 1);
    return word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
  });

describe("the likeness of two names", () => {
  it("is from 0 to 1, and 1 exactly where their keys are one", () => {
    fc.assert(
      fc.property(text, text, bearer, (one, other, of) => {
        const { score, exact } = likeness(wanted(one), other, of);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(exact).toBe(score === 1);
        expect(exact).toBe(nameKey(one) !== "" && nameKey(one) === nameKey(other));
      }),
      { numRuns: 2000 },
    );
  });

  it.each(["President", "Prime Minister", "Mr", "Präsident", "le président", "президент", "الرئيس"])(
    "is none the less for the title %s before a person's",
    (title) =>
      fc.assert(
        fc.property(fc.string({ unit: letter, minLength: 3, maxLength: 8 }), family, (given, name) => {
          const full = `${given} ${name}`;
          // A minister for something is an office, and no title before a name.
          fc.pre(!["for", "and"].includes(given));
          fc.pre(withoutTitles(full) === full && tellingWords([given, name]).length === 2);
          for (const asked of [full, name]) {
            const plain = likeness(wanted(asked), full, "PERSON");
            const titled = likeness(wanted(`${title} ${asked}`), full, "PERSON");
            expect(titled.score).toBe(Math.min(plain.score, 0.95));
          }
        }),
      ),
  );

  it("is enough for a family name of six letters with one of them wrong, which the shortlist has", () => {
    fc.assert(
      fc.property(
        family.chain((name) => fc.tuple(fc.constant(name), edited(name))),
        ([name, wrong]) => {
          fc.pre(nameKey(name) === name);
          const full = `Anna ${name}`;
          expect(likeness(wanted(wrong), full, "PERSON").score).toBeGreaterThanOrEqual(LEAST_LIKENESS);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("is nothing for a right family name beside a wrong given one", () => {
    const given = fc.constantFrom("Donald", "Jill", "Ségolène", "Vladimir", "Mao", "Ann");
    fc.assert(
      fc.property(given, family, (other, name) => {
        expect(likeness(wanted(`${other} ${name}`), `Boris ${name}`, "PERSON").score).toBe(0);
      }),
    );
  });
});

describe("the shortlist", () => {
  it("has a name of which one letter is wrong", () => {
    const names = ["Angela Merkel", "Mikhail Gorbachev", "Boris Johnson", "Emmanuel Macron", "Jens Stoltenberg"];
    const register = registerOf(names.map((name) => ({ slug: name, name, bearer: "PERSON" })));
    fc.assert(
      fc.property(
        fc
          .constantFrom(...names)
          .chain((name) => fc.tuple(fc.constant(name), edited(name.split(" ")[1]!.toLowerCase()))),
        ([name, wrong]) => {
          expect(register.shortlist(wrong).map(({ slug }) => slug)).toContain(name);
        },
      ),
      { numRuns: 500 },
    );
  });
});
