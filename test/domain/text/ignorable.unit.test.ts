import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withoutIgnorable } from "../../../src/domain/text/ignorable.ts";

describe("what nobody sees and means nothing is dropped", () => {
  it.each([
    ["soft hyphens", "Nord\u00ADatlantik\u00ADpakt", "Nordatlantikpakt"],
    ["spaces of no width", "\uFEFFNA\u200BTO\u2060", "NATO"],
    ["invisible operators and what is deprecated", "a\u2061\u2062\u2063\u2064\u206Ab", "ab"],
    ["fillers of Hangul", "\u115F\u1160한\u3164국\uFFA0", "한국"],
    ["inherent vowels of Khmer", "ក\u17B4\u17B5", "ក"],
    [
      "joiners between letters that do not join",
      "NA\u200DTO\u200C 北\u200D约 한\u200C국 να\u200Dι да\u200C",
      "NATO 北约 한국 ναι да",
    ],
    ["variation selectors after letters that have no variants", "NA\uFE0FTO \uFE0F\u{E0100}", "NATO "],
    ["a second variation selector", "❤\uFE0F\uFE0F", "❤\uFE0F"],
    ["tags", "NATO\u{E0001}\u{E0049}\u{E0047}\u{E007F}", "NATO"],
    ["selectors of Mongolian elsewhere", "a\u180B\u180B\u180Eb", "ab"],
    ["grapheme joiners that keep nothing apart", "c\u034Fh\u034F\u034F", "ch"],
    ["marks of direction, where all is left to right", "NATO\u200E\u200F\u061C", "NATO"],
    ["all", "\u00AD\u200B\u200D\uFE0F\u034F\u180B\u200E\u{E0061}", ""],
  ])("%s", (_, text, expected) => {
    expect(withoutIgnorable(text)).toBe(expected);
  });

  it("and a letter and the accent that it stood between become one", () => {
    expect(withoutIgnorable("Lie\u00AD\u0301ge")).toBe("Li\u00E9ge");
  });
});

describe("what means something stays", () => {
  it.each([
    ["a non-joiner in Persian, also after a Latin word", "می\u200Cخواهم NATO\u200Cها ۱۲\u200Cساله"],
    ["a joiner at the end of an abbreviation", "۱۳۶۰ ه\u200D.ش."],
    ["joiners of Indic scripts", "क्\u200Dष ශ්\u200Dරී ಕ್\u200Cಷ"],
    ["sequences of emoji", "👩🏽\u200D🚀 🏳\uFE0F\u200D🌈 👨\u200D👩\u200D👧 1\uFE0F\u20E3"],
    ["the flag of Scotland", "🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}"],
    ["variants of ideographs", "葛\u{E0100}城市 神\uFE00"],
    ["Mongolian's selectors and separator", "ᠮᠣᠩᠭᠣᠯ᠎ᠠ ᠠ\u180B\u180E"],
    ["a grapheme joiner before an accent", "a\u034F\u0308"],
    ["marks of direction beside letters from right to left", "נאט״ו (NATO)\u200F"],
    ["overrides of direction, which are refused elsewhere", "a\u202Eb\u2066c"],
  ])("%s", (_, text) => {
    expect(withoutIgnorable(text)).toBe(text);
  });

  it("and so does any text without such characters, character for character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        fc.pre(!/\p{Default_Ignorable_Code_Point}/u.test(text));
        expect(withoutIgnorable(text)).toBe(text);
      }),
    );
  });
});

describe("for any text", () => {
  const unit = fc.constantFrom(
    ..."aé北한بकᠠ1 ❤👩🏽🏴\u0301\u064E\u00AD\u034F\u061C\u180B\u180E\u200B\u200C\u200D\u200E\uFE0F\uFE00\u{E0067}\u{E007F}\u{E0100}",
  );
  const texts = fc.string({ unit, maxLength: 12 }).map((text) => text.normalize("NFC"));

  it("nothing is left to drop, so that what is loaded again is unchanged", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const once = withoutIgnorable(text);
        expect(withoutIgnorable(once)).toBe(once);
        expect(once.normalize("NFC")).toBe(once);
      }),
      { numRuns: 20_000 },
    );
  });

  it("nothing that is seen is dropped", () => {
    const seen = (text: string) => text.replace(/\p{Default_Ignorable_Code_Point}/gu, "").normalize("NFC");
    fc.assert(
      fc.property(texts, (text) => {
        expect(seen(withoutIgnorable(text))).toBe(seen(text));
      }),
      { numRuns: 5000 },
    );
  });
});
