import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { searchTerms } from "../../../../src/domain/text/search/search-term.ts";
import { snippetOf } from "../../../../src/domain/text/search/snippet.ts";
import { randomText } from "../random-text.ts";

/** The snippet, and the stretches that it marks. */
function snippet(typed: string, ...texts: readonly (string | readonly string[])[]) {
  const parts = texts.map((text) => (typeof text === "string" ? [text] : text));
  const { text, ranges } = snippetOf(parts, searchTerms(typed));
  const characters = [...text];
  const marked = ranges.map(({ start, length }) => characters.slice(start, start + length).join(""));
  return { text, marked, ranges };
}

const marked = (typed: string, ...texts: readonly (string | readonly string[])[]) => snippet(typed, ...texts).marked;
const words = (from: number, to: number, word = (number: number) => `w${number}`) =>
  Array.from({ length: to - from }, (_, index) => word(from + index)).join(" ");

describe("what a snippet marks", () => {
  it.each<[string, string, string[]]>([
    ["Store", "Jonas Gahr Støre said so", ["Støre"]],
    ["NATO", "that NA\u200bTO’s door is open", ["NA\u200bTO"]],
    ["UK", "(the U.K.)", ["U.K"]],
    ["turkiye", "TÜRKİYE’de", ["TÜRKİYE"]],
    ["kish", "Prime Minister Kishida", ["Kishida"]],
    ["日本", "在日本国", ["日本"]],
    ["日本", "日 本", ["日 本"]],
    ["ﾆｯﾎﾟﾝ", "オールニッポン", ["ニッポン"]],
    ["2022", "２０２２年", ["２０２２"]],
    ["די", 'אמרה "די"', ["די"]],
    ["reciprocal-access", "a reciprocal, access and reciprocal", ["reciprocal, access"]],
  ])("for %j in %j is as it was written: %j", (typed, text, stretches) => {
    expect(snippet(typed, text)).toMatchObject({ text, marked: stretches });
  });

  it("is each place of each word, in order", () => {
    expect(marked("nato and", "NATO and Japan, Nato and all")).toEqual(["NATO", "and", "Nato", "and"]);
  });

  it("is one stretch where matches overlap, or touch within a run", () => {
    expect(marked("日本 本国", "日本国")).toEqual(["日本国"]);
    expect(marked("日本 国", "日本国")).toEqual(["日本国"]);
    expect(marked("日 国", "日本国")).toEqual(["日", "国"]);
  });

  it("counts an emoji before it as one character", () => {
    expect(snippet("nato", "🙂🙂 NATO").ranges).toEqual([{ start: 3, length: 4 }]);
    expect(snippet("日本", "🙂日本").ranges).toEqual([{ start: 1, length: 2 }]);
    expect(snippet("𠮷", "🙂𠮷野").ranges).toEqual([{ start: 1, length: 1 }]);
  });

  it("is at most 32 stretches", () => {
    expect(marked("日 月", "日・月・".repeat(40)).length).toBeLessThanOrEqual(32);
  });
});

describe("the text of a snippet", () => {
  it("is the whole of a short one, with its signs", () => {
    expect(snippet("nato", " “NATO”! ").text).toBe(" “NATO”! ");
  });

  it("is cut on both sides of a word in the middle, with as much before as after it", () => {
    const { text, marked: stretches } = snippet("here", `${words(0, 200)} HERE ${words(200, 400)}`);
    expect(text).toBe(`…${words(185, 200)} HERE ${words(200, 216)}…`);
    expect(stretches).toEqual(["HERE"]);
  });

  it("is cut on one side only of a word at an end", () => {
    expect(snippet("here", `“Here ${words(0, 99)}`).text).toBe(`“Here ${words(0, 31)}…`);
    expect(snippet("here", `${words(0, 99)} here.”`).text).toBe(`…${words(68, 99)} here.”`);
  });

  it("has twice as many characters of a script without spaces", () => {
    const { text } = snippet("国", `${"日".repeat(100)}国${"日".repeat(100)}`);
    expect(text).toMatch(/^…日{31,32}国日{31,32}…$/u);
    expect([...text]).toHaveLength(66);
  });

  it("is where most of the words stand, not where one stands most often", () => {
    const text = `nato nato nato ${words(0, 100)} nato japan ${words(100, 200)}`;
    expect(marked("nato japan", text)).toEqual(["nato", "japan"]);
  });

  it("has all the words of one match that is longer than itself", () => {
    const long = words(0, 50);
    expect(snippet(long.replaceAll(" ", "-"), `${words(70, 90)} ${long} ${words(70, 90)}`)).toMatchObject({
      text: `…${long}…`,
      marked: [long],
    });
  });
});

describe("a snippet of several texts", () => {
  it("is of the one that has most of the words, and of the first of those", () => {
    expect(snippet("nato", "Alliance", "NATO, the alliance").text).toBe("NATO, the alliance");
    expect(snippet("nato", "NATO", "NATO of old").text).toBe("NATO");
    expect(snippet("nato old", "NATO", "NATO of old").text).toBe("NATO of old");
  });

  it("is of all aliases together, joined, no match going from one to the next", () => {
    expect(snippet("日本", ["🙂", "日本", "Nippon"])).toMatchObject({ text: "🙂 · 日本 · Nippon", marked: ["日本"] });
    expect(marked("日本", ["日", "本"])).toEqual([]);
    expect(snippet("otan nato", ["OTAN", "NATO"]).ranges).toEqual([
      { start: 0, length: 4 },
      { start: 7, length: 4 },
    ]);
  });

  it("is the beginning of the last where none has a word, and empty without texts", () => {
    expect(snippet("nato", "One", words(0, 99))).toMatchObject({ text: `${words(0, 32)}…`, marked: [] });
    expect(snippet("nato")).toMatchObject({ text: "", marked: [] });
  });
});

it("any snippet is a stretch of one of the texts, with marks in order that lie within it", () => {
  const textOf = fc.array(fc.array(randomText, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(textOf, randomText, (texts, typed) => {
      const { text, ranges } = snippetOf(texts, searchTerms(typed));
      const stretch = text.replace(/^…/, "").replace(/…$/, "");
      expect(texts.some((parts) => parts.join(" · ").includes(stretch))).toBe(true);
      let before = 0;
      for (const { start, length } of ranges) {
        expect(start).toBeGreaterThanOrEqual(before);
        expect(length).toBeGreaterThan(0);
        before = start + length;
      }
      expect(before).toBeLessThanOrEqual([...text].length);
    }),
    { numRuns: 2000 },
  );
});
