import { describe, expect, it } from "vitest";
import { keptText } from "../../../src/domain/text/kept-text.ts";
import { quoteDifference } from "../../../src/domain/text/quote-difference.ts";
import { selectorFault } from "../../../src/domain/text/quote-selector.ts";

const BEFORE = "Zenda. ";

describe("words that a text has in another writing", () => {
  it.each([
    ["NFD in the text", "Un café à Strelsau", "café", "cafe\u0301", "Unicode normalization"],
    ["NFC in the text", "Un café à Strelsau", "cafe\u0301", "café", "Unicode normalization"],
    ["syllables in their parts", "한국", "한국", "한국".normalize("NFD"), "Unicode normalization"],
    ["a no-break space", "10 ships", "10 ships", "10\u00A0ships", "spaces"],
    ["two spaces", "ten ships", "ten ships", "ten  ships", "spaces"],
    ["CRLF", "ten\nships", "ten\nships", "ten\r\nships", "line breaks"],
    ["a line break", "ten ships", "ten ships", "ten\nships", "line breaks"],
    ["a curly apostrophe", "Ruritania's king", "Ruritania's", "Ruritania’s", "quotation marks"],
    ["straight quotation marks", "“Never”, he said", "“Never”", '"Never"', "quotation marks"],
    ["a dash", "1894–1898", "1894–1898", "1894-1898", "hyphens or dashes"],
    ["a soft hyphen", "coronation", "coronation", "corona\u00ADtion", "soft hyphens"],
    ["a hyphen at a line's end", "coronation", "coronation", "corona-\ntion", "hyphens at the ends of lines"],
    ["three dots", "wait… no", "wait… no", "wait... no", "ellipsis"],
    ["dots with spaces", "wait… no", "wait… no", "wait. . . no", "ellipsis"],
    ["a ligature", "the first", "first", "ﬁrst", "ligatures"],
    ["a capital", "the King", "the King", "the king", "case"],
  ])("are told by their difference: %s", (_, sentence, words, inText, way) => {
    const text = BEFORE + sentence.replace(words, inText);
    const difference = quoteDifference(text, words);
    expect(difference?.ways).toHaveLength(1);
    expect(difference?.ways[0]).toContain(way);
    expect(difference?.start).toBe(text.indexOf(inText));
    const fault = selectorFault(text, { exact: words, prefix: null, suffix: null, start: null });
    expect(fault).toContain(`letter for letter: it has the same words at ${difference?.start}`);
    expect(fault).toContain(way);
  });

  it("are told by each of several differences, and by the first place of one", () => {
    const text = `${BEFORE}He said “no\u00A0ships”.`;
    expect(selectorFault(text, { exact: '"no ships"', prefix: null, suffix: null, start: null })).toBe(
      'the text does not have it letter for letter: it has the same words at 15, with a difference in spaces (a no-break or thin space for a plain one, or several for one); quotation marks or apostrophes (curly or straight): at 15 stands “ (U+201C), not " (U+0022)',
    );
  });

  it("are none where the words are others", () => {
    expect(quoteDifference("Ruritania's king", "Ruritania's queen")).toBeNull();
    expect(quoteDifference("", "king")).toBeNull();
    expect(quoteDifference("king", "")).toBeNull();
  });
});

it.each([
  ["NFD", "cafe\u0301", "café"],
  ["CRLF, CR, a form feed and a line separator", "a\r\nb\rc\fd\u2028e", "a\nb\nc\nd\ne"],
  ["a soft hyphen", "corona\u00ADtion", "coronation"],
  ["nothing of the sort", "10\u00A0ships’", "10\u00A0ships’"],
])("a text is kept in one writing: %s", (_, given, kept) => {
  expect(keptText(given)).toBe(kept);
  expect(keptText(kept)).toBe(kept);
});
