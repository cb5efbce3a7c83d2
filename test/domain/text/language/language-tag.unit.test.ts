import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { languageCodeFault } from "../../../../src/domain/text/language/language-code.ts";
import { languageTagFault } from "../../../../src/domain/text/language/language-tag.ts";

const WHAT = "must be a BCP 47 language tag such as en or zh-Hans";

describe("a tag that is well-formed and as it is kept", () => {
  it.each([
    ["a language", "en", "cmn", "qaa"],
    ["a script", "zh-Hans", "qaa-Qaaa-QM"],
    ["a region", "sr-ME", "es-419", "zh-Hans-CN"],
    ["variants, in any order", "sl-rozaj-biske", "sl-biske-rozaj", "de-CH-1901", "en-GB-oxendict"],
    ["extensions", "en-u-ca-gregory", "de-a-bb-t-ja", "az-Latn-a-latn-x-ca"],
    ["private use", "en-x-ca", "x-klingon"],
    [
      "what was registered as a whole and has no other tag",
      "i-default",
      "i-enochian",
      "i-mingo",
      "zh-min",
      "cel-gaulish",
    ],
  ])("has %s: %s", (_, ...tags) => {
    for (const tag of tags) expect(languageTagFault(tag)).toBeNull();
  });

  it("is any that the platform keeps as it is, but for languages that there are none of", () => {
    const letters = (least: number, most: number) =>
      fc.string({ unit: fc.constantFrom(..."abehinstx"), minLength: least, maxLength: most });
    const part = fc.oneof(
      letters(1, 8),
      fc.constantFrom("Hans", "Latn", "CN", "GB", "DD", "UK", "419", "1901", "1994", "rozaj", "a", "t", "u", "x", "ca"),
    );
    const tag = fc
      .tuple(fc.oneof(letters(2, 3), fc.constantFrom("en", "iw", "mo", "zh")), fc.array(part, { maxLength: 5 }))
      .map(([language, parts]) => [language, ...parts].join("-"));
    let kept = 0;
    fc.assert(
      fc.property(tag, (one) => {
        if (canonical(one) !== one || languageCodeFault(one.split("-", 1)[0]!) !== null) return;
        kept += 1;
        expect(languageTagFault(one)).toBeNull();
      }),
      { numRuns: 20_000 },
    );
    expect(kept).toBeGreaterThan(1000);
  });
});

describe("a tag in another form", () => {
  it.each([
    [
      "of case",
      {
        ZH: "zh",
        "zh-hans": "zh-Hans",
        "EN-gb": "en-GB",
        "X-Foo": "x-foo",
        "en-x-CA": "en-x-ca",
        "I-Default": "i-default",
      },
    ],
    ["of other systems", { zh_Hans: "zh-Hans", "en_US.UTF-8": "en-US", "sr_RS@latin": "sr-RS", " en ": "en" }],
    ["with extensions out of order", { "de-t-ja-a-bb": "de-a-bb-t-ja", "de-t-ja-A-bb": "de-a-bb-t-ja" }],
    ["with a language or region that has another code now", { iw: "he", mo: "ro", "AR-yd": "ar-YE", "en-UK": "en-GB" }],
    ["with an extended language", { "zh-yue-HK": "yue-HK", "zh-cmn-Hans": "cmn-Hans", "sgn-ase": "ase" }],
    [
      "that was registered as a whole",
      { "i-klingon": "tlh", "en-GB-oed": "en-GB-oxendict", "zh-min-nan": "nan", "sgn-BE-FR": "sfb" },
    ],
    ["with a letter that only looks like one of ASCII", { "\u212Ao": "ko" }],
  ])("%s is told the right one: %o", (_, pairs) => {
    for (const [tag, right] of Object.entries(pairs)) {
      expect(languageTagFault(tag)).toBe(`${WHAT}: write ${right}`);
      expect(languageTagFault(right)).toBeNull();
    }
  });
});

describe("what is no tag", () => {
  it.each([
    ["", "it is empty"],
    ["-en", "it begins with a language of two or three letters"],
    ["日本", "it begins with a language of two or three letters"],
    ["english", "write en"],
    ["Deutsch", "write de"],
    ["日本語", "write ja"],
    ["Romanian", "write ro"],
    ["Yiddish", "write yi"],
    ["Indonesian", "write id"],
    ["klingon", "a language has two or three letters"],
    ["jp", "no language has the code jp (ISO 639-1): write ja"],
    ["ua-UA", "no language has the code ua (ISO 639-1): write uk"],
    ["xx", "no language has the code xx (ISO 639-1)"],
    ["Hans", "a language has two or three letters"],
    ["en-", '"-" cannot stand after "en"'],
    ["en GB", '" GB" cannot stand after "en"'],
    ["fr-Latn-latn", '"-latn" cannot stand after "fr-Latn"'],
    ["en-GB-abcdefghi", "too long variant, expected at most 8 characters"],
    ["en-x-", "empty private-use area, expected at least 1 subtag"],
    ["zh-aaa-bbb", "it has several extended languages"],
    ["de-1901-1901", '"1901" stands there twice'],
    ["en-a-bb-A-cc", '"a" stands there twice'],
  ])("such as %j is told why", (tag, fault) => {
    expect(languageTagFault(tag)).toBe(`${WHAT}: ${fault}`);
  });
});

function canonical(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}
