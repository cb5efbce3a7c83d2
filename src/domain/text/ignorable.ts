/**
 * A text without the characters that nobody sees and that mean nothing in it: soft hyphens, spaces of no width, joiners between
 * Latin letters. Copied along from web pages and PDFs, they make two names of what reads as one. They are Unicode's
 * Default_Ignorable_Code_Point (section 5.21); docs/decisions/0029-ignorable-characters.md has which of them stay where.
 */
export function withoutIgnorable(text: string): string {
  if (!/\p{Default_Ignorable_Code_Point}/u.test(text)) return text;
  const kept = text
    .replace(tag(), "$1")
    .replace(neverMeant(), "")
    .replace(strayVariation(), "")
    .replace(strayMongolian(), "")
    .replace(joiner(), (found: string, stray: string | undefined) => (stray === undefined ? found : ""))
    .replace(strayGraphemeJoiner(), "")
    .replace(/[\u061C\u200E\u200F]/g, rightToLeft().test(text) ? "$&" : "");
  // What stood between a letter and its accent kept them from being one; beside that, more may mean nothing.
  return kept === text ? text : withoutIgnorable(kept.normalize("NFC"));
}

// Functions, since to read the patterns would take a fiftieth of the Worker's start, and few texts need them.

/** Tags, but for those that make the flag of England and its like out of a black one, which are caught. */
const tag = () => /(\u{1F3F4}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]+\u{E007F})|[\u{E0020}-\u{E007F}]/gu;

/** Those that mean nothing in any text. Overrides and isolates of direction are refused, and not dropped. */
const neverMeant = () =>
  // oxlint-disable-next-line no-misleading-character-class
  /[\p{Default_Ignorable_Code_Point}--[\u034F\u061C\u180B-\u180F\u200C-\u200F\u202A-\u202E\u2066-\u2069\uFE00-\uFE0F\u{E0020}-\u{E007F}\u{E0100}-\u{E01EF}]]/gv;

/** Variation selectors, but for those after what has variants: ideographs, emoji, digits, letters of scripts such as Myanmar's. */
const strayVariation = () =>
  /(?<![[\p{L}\p{N}\p{P}\p{S}]--[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]])[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gv;

/** Mongolian's own selectors and its separator of vowels, but for those within a word of it. */
const strayMongolian = () => /(?<![\p{Script=Mongolian}&&\p{L}][\u180B-\u180F]*)[\u180B-\u180F]/gv;

/** Letters that join, or stand in clusters, as those of Arabic and Indic scripts: all but those of scripts that do not. */
const JOINING = `[[\\p{L}\\p{M}]--[\\p{Default_Ignorable_Code_Point}${"Latin Greek Cyrillic Armenian Georgian Hebrew Han Hiragana Katakana Bopomofo Hangul"
  .split(" ")
  .map((script) => `\\p{Script=${script}}`)
  .join("")}]]`;

/** Joiners and non-joiners: those beside a letter that joins or between emoji, then, caught, all others. */
const joiner = () =>
  new RegExp(
    `(?<=${JOINING})[\\u200C\\u200D]|[\\u200C\\u200D](?=${JOINING})` +
      `|(?<=[\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\uFE0F])\\u200D(?=\\p{Extended_Pictographic})|([\\u200C\\u200D])`,
    "gv",
  );

/** Grapheme joiners, but for those before an accent, which they keep apart from what is before. */
const strayGraphemeJoiner = () => /\u034F(?![\p{M}--\p{Default_Ignorable_Code_Point}])/gv;

const rightToLeft = () =>
  /[\p{L}&&[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}\p{Script=Hanifi_Rohingya}]]/v;
