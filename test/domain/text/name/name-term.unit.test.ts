import { describe, expect, it } from "vitest";
import { nameExpression, nameTerms } from "../../../../src/domain/text/name/name-term.ts";

describe("the terms of a name", () => {
  it.each([
    ["Boris Johnson", ["boris", "johnson", "≈brs", "≈anns", "≡borisjohnson"]],
    ["Group of Twenty", ["group", "of", "twenty", "≈tntv", "≡groupoftwenty", "≡g20"]],
    ["岸田 文雄", ["岸田", "田文", "文雄", "≡岸田文雄"]],
    ["韓", ["韓", "≡韓"]],
    ["ไทย", ["ไท", "ทย", "≡ไทย"]],
    ["U.K.", ["uk", "≡uk"]],
    ["...", []],
  ])("%s are its words, its pairs of signs, its sounds and its whole", (name, terms) =>
    expect(nameTerms(name)).toEqual(terms),
  );

  it("have the sounds in common where two transliterate one name", () => {
    for (const name of ["Gorbachov", "Gorbatschow", "Gorbatchev"]) expect(nameTerms(name)).toContain("≈gbcrv");
    for (const name of ["Zelensky", "Selenskyj", "Zelenskiy"]) expect(nameTerms(name)).toContain("≈sklns");
    for (const name of ["Зеленский", "Зеленський"]) expect(nameTerms(name)).toContain("≈зклнс");
  });
});

describe("the expressions for a name", () => {
  it("look for its whole, its words, their sounds and stretches of each", () => {
    expect(nameExpression("Boris Johnson")).toEqual({
      words: '"≡borisjohnson" OR "boris" OR "bori" OR "johnson" OR "johnsons" OR "≈brs" OR "≈anns"',
      trigrams: '("bor" OR "ris") AND ("joh" OR "nson")',
    });
    expect(nameExpression("Lech 岸田").trigrams).toBe('("lech")');
  });

  it("look for a name without its titles too", () => {
    expect(nameExpression("PM Abe").words).toBe('"≡pmabe" OR "≡abe" OR "pm" OR "abe"');
    expect(nameExpression("岸田首相").words).toContain('"≡岸田"');
  });

  it("look for common words all together, and for one or an article only as a whole", () => {
    expect(nameExpression("Ministry of Foreign Affairs")).toEqual({
      words: '"≡ministryofforeignaffairs" OR ("ministry" AND "foreign" AND "affairs")',
      trigrams: null,
    });
    expect(nameExpression("Ministry of")).toEqual({ words: '"≡ministryof"', trigrams: null });
    expect(nameExpression("governments").words).not.toContain('"government"');
    expect(nameExpression("X").words).toBe('"≡x"');
  });

  it("are nothing for what is no name, and not without bounds", () => {
    expect(nameExpression("...")).toEqual({ words: null, trigrams: null });
    const long = Array.from({ length: 100 }, (_, at) => String.fromCodePoint(0x4e00 + at)).join("");
    expect(nameExpression(long).words?.split(" OR ")).toHaveLength(60);
  });
});
