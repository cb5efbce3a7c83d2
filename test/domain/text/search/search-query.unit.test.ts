import { describe, expect, it } from "vitest";
import { readMarks } from "../../../../src/domain/text/marked-text.ts";
import {
  isTooLong,
  phraseExpression,
  searchExpression,
  trigramExpression,
} from "../../../../src/domain/text/search/search-query.ts";

describe("the expression for what a user typed", () => {
  it("quotes each word and takes the last as a beginning", () => {
    expect(searchExpression(' say "hi" AND title:x ')).toBe('"say" AND """hi""" AND "AND" AND "title:x" *');
  });

  it("leaves out what has no letter and no digit", () => {
    expect(searchExpression("a + b \0 -")).toBe('"a" AND "b" *');
    expect(searchExpression("() * \ud800")).toBeNull();
  });
});

describe("the expressions for a name", () => {
  it("are its phrases, each once, and its trigrams, at most 60", () => {
    expect(phraseExpression(["UK", "uk", "uk", ""])).toBe('"UK" OR "uk"');
    expect(phraseExpression(["!"])).toBeNull();
    expect(phraseExpression(["North\0Atlantic"])).toBe('"North Atlantic"');
    expect(trigramExpression(["abcd", "bcd"])).toBe('"abc" OR "bcd"');
    expect(trigramExpression(["日本"])).toBeNull();
    const long = Array.from({ length: 200 }, (_, at) => String.fromCodePoint(0x4e00 + at)).join("");
    expect(trigramExpression([long])?.split(" OR ")).toHaveLength(60);
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

describe("marks in a text", () => {
  it("become ranges in characters, and one without its other half none", () => {
    expect(readMarks("a<bc>d<e>", ["<", ">"])).toEqual({
      text: "abcde",
      ranges: [
        { start: 1, length: 2 },
        { start: 4, length: 1 },
      ],
    });
    expect(readMarks("😀 <a> b> <c", ["<", ">"])).toEqual({ text: "😀 a b c", ranges: [{ start: 2, length: 1 }] });
  });
});
