import { describe, expect, it } from "vitest";
import { isTooLong, searchExpression } from "../../../../src/domain/text/search/search-query.ts";
import { searchTerms } from "../../../../src/domain/text/search/search-term.ts";

const expressionOf = (typed: string) => searchExpression(searchTerms(typed));

describe("the expression for what a user typed", () => {
  it("quotes each word, and takes the last as a beginning", () => {
    expect(expressionOf(" say AND Title ")).toEqual({ words: '"say" AND "and" AND "title" *', pairs: null });
  });

  it("has words in a row that no space parts", () => {
    expect(expressionOf('say "hi" title:summary')).toEqual({
      words: '"say" AND "hi" AND "title summary" *',
      pairs: null,
    });
    expect(expressionOf("Japan-Australia treaty")).toEqual({ words: '"japan australia" AND "treaty" *', pairs: null });
  });

  it("asks the index of pairs alone for what has no spaces between words", () => {
    expect(expressionOf("日本国")).toEqual({ words: null, pairs: '"日·本 本·国"' });
    expect(expressionOf("日")).toEqual({ words: null, pairs: '"日·" *' });
    expect(expressionOf("日 本")).toEqual({ words: null, pairs: '"日·" * AND "本·" *' });
  });

  it("asks both for a query of both, and takes a last word beside characters as a beginning", () => {
    expect(expressionOf("NATO 日本 treaty")).toEqual({ words: '"nato" AND "treaty" *', pairs: '"日·本"' });
    expect(expressionOf("日本nat")).toEqual({ words: null, pairs: '"日·本 本·nat" *' });
    expect(expressionOf("NATO 日本")).toEqual({ words: '"nato"', pairs: '"日·本"' });
  });

  it("leaves out what has no letter and no digit", () => {
    expect(expressionOf("a + treaty \0 -")).toEqual({ words: '"a" AND "treaty" *', pairs: null });
    expect(expressionOf("() * \ud800")).toBeNull();
    expect(expressionOf("")).toBeNull();
  });

  it("never lets a quotation mark into a string of FTS5's", () => {
    const left = Array.from({ length: 0x10000 }, (_, point) => String.fromCharCode(point)).filter((sign) => {
      const { words, pairs } = expressionOf(`a${sign}`)!;
      return `${words ?? ""}${pairs ?? ""}`.replaceAll(/"[^"\0]*"|\*| |AND|OR|[()]/g, "") !== "";
    });
    expect(left).toEqual([]);
  });
});

describe("a length", () => {
  it("is counted in characters", () => {
    expect(isTooLong("😀".repeat(200))).toBe(false);
    expect(isTooLong("a".repeat(200))).toBe(false);
    expect(isTooLong("a".repeat(201))).toBe(true);
    expect(isTooLong("😀".repeat(201))).toBe(true);
  });
});

describe("a query", () => {
  it("that ends in a short word asks for it whole too, so that UK comes before Ukraine", () => {
    expect(expressionOf("UK")?.words).toBe('("uk" OR "uk" *)');
    expect(expressionOf("the Quad")?.words).toBe('"the" AND ("quad" OR "quad" *)');
    expect(expressionOf("Japan")?.words).toBe('"japan" *');
    expect(expressionOf("UK Japan")?.words).toBe('"uk" AND "japan" *');
  });
});
