import { describe, expect, it } from "vitest";
import { languageRangeFault } from "../../../../src/domain/text/language/language-range.ts";

const WHAT =
  'a language range has parts of 1 to 8 letters or digits, the first of letters, joined by "-", such as zh or zh-Hans, or is "*"';

describe("a basic language range", () => {
  it.each(["*", "zh", "ZH-hans", "x", "i-default", "sl-rozaj-1994", "english"])("is %s", (range) => {
    expect(languageRangeFault(range)).toBeNull();
  });

  it.each(["", "en-", "-en", "en--GB", "12", "abcdefghi", "en-abcdefghi", "日本", "en GB", "en_".repeat(20) + "en"])(
    "is not %j",
    (range) => {
      expect(languageRangeFault(range)).toBe(WHAT);
    },
  );

  it.each([
    ["jp", "no language has the code jp (ISO 639-1): write ja"],
    ["UA-Cyrl", "no language has the code ua (ISO 639-1): write uk"],
    ["xx", "no language has the code xx (ISO 639-1)"],
  ])("is not %j, of which there is no language", (range, fault) => {
    expect(languageRangeFault(range)).toBe(fault);
  });

  it.each([
    ["zh_Hans", "zh-Hans"],
    [" en ", "en"],
    ["de-*", "de"],
    ["*-*", "*"],
  ])("is not %j, and %s is told", (range, right) => {
    expect(languageRangeFault(range)).toBe(`${WHAT}: write ${right}`);
  });
});
