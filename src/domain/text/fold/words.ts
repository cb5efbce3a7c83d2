import { lazily } from "../lazily.ts";
import { HEBREW, isIn, type Range, SPACE_FREE, UNSPACED } from "./code-point.ts";
import { foldedCharacter, foldedWord } from "./folded-character.ts";
import type { Word } from "./word.ts";
import { withAbbreviations } from "./abbreviation.ts";
import { apostrophes, type Part, wordsWithin } from "./apostrophe.ts";

const SPACE = /[\s·・‧•]/u;
const LETTER = lazily(() => /\P{M}\p{M}*|\p{M}+/gu);
const MIXED = lazily(() => /[\p{L}\p{N}\p{Co}]\p{M}*|[^]/gu);
const MARK = lazily(() => /\p{M}/u);
// Syllables of Korean may lie in parts, and voicing beside a half-width letter.
const CHARACTER = lazily(() => /(?:[\u1100-\u115f][\u1160-\u11a7]*[\u11a8-\u11ff]*|\P{M})?[\p{M}\uff9e\uff9f]*/uy);

/** What stands between two words, the greater the more it parts them. */
const NOTHING = 0;
const SPACES = 1;
const SIGN = 2;

interface Folded {
  text: string;
  /** Null where some of the text is letters and some is signs, as in ½. */
  kind: "nothing" | "letters" | "unspaced" | "space" | "sign" | null;
}

/** The words of a text, in order: what is indexed, what is looked for, and what is marked in an answer. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let parts: Part[] = [];
  let isApostrophe = false;
  let isQuote = false;
  let gap: number = SIGN;
  let gapBefore: number = SIGN;

  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at);
    if (isAsciiLetter(code)) {
      let end = at + 1;
      while (isAsciiLetter(text.charCodeAt(end))) end += 1;
      // The last one may have an accent.
      if (isPlain(text.charCodeAt(end)) || end > at + 1) {
        if (!isPlain(text.charCodeAt(end))) end -= 1;
        const word = text.slice(at, end).toLowerCase();
        if (parts.length > 0 || !endsWord(text.charCodeAt(end))) letters(word, at, end);
        else {
          words.push({ text: word, start: at, end, isUnspaced: false, isJoined: gap === NOTHING && words.length > 0 });
          gap = NOTHING;
        }
        at = end;
        continue;
      }
    } else if (code < 128 && isPlain(text.charCodeAt(at + 1))) {
      between(text[at]!);
      at += 1;
      continue;
    }
    CHARACTER().lastIndex = at;
    const character = CHARACTER().exec(text)?.[0] ?? text[at]!;
    const end = at + character.length;
    if (apostrophes.has(character)) between(character);
    else read(folded(character), at, end);
    at = end;
  }
  close();
  return text.includes(".") ? withAbbreviations(words, text) : words;

  function read({ text: letter, kind }: Folded, start: number, end: number): void {
    if (kind === "letters") letters(letter, start, end);
    else if (kind === "unspaced") unspaced(letter, start, end);
    else if (kind === "space" || kind === "sign") between(letter);
    else if (kind === null) for (const [one] of letter.matchAll(MIXED())) read(kindOf(one), start, end);
  }

  function letters(letter: string, start: number, end: number): void {
    const last = parts.at(-1);
    if (isQuote && !isHebrew(letter)) close(SIGN);
    if (parts.length === 0) gapBefore = gap;
    if (last === undefined || parts.length === 0 || isApostrophe) parts.push({ text: letter, start, end });
    else {
      last.text += letter;
      last.end = end;
    }
    isApostrophe = isQuote = false;
    gap = NOTHING;
  }

  function unspaced(letter: string, start: number, end: number): void {
    close();
    const before = words.at(-1);
    const isFree = before !== undefined && isOf(before.text, SPACE_FREE) && isOf(letter, SPACE_FREE);
    let isJoined = before !== undefined && (gap === NOTHING || (gap === SPACES && isFree));
    if (isJoined && before !== undefined) letter = withVowel(before, letter);
    // One sign may stand for several characters, such as ㍿.
    for (const [one] of letter.matchAll(LETTER())) {
      words.push({ text: one, start, end, isUnspaced: true, isJoined });
      isJoined = true;
    }
    gap = NOTHING;
  }

  function between(sign: string): void {
    if (parts.length > 0 && !isApostrophe && !isQuote) {
      if (apostrophes.has(sign)) {
        isApostrophe = true;
        return;
      }
      if ((sign === '"' || sign === "״") && isHebrew(parts.at(-1)!.text)) {
        isQuote = true;
        return;
      }
    }
    close();
    gap = Math.max(gap, sign === " " || SPACE.test(sign) ? SPACES : SIGN);
  }

  function close(after = isApostrophe || isQuote ? SIGN : gap): void {
    if (parts.length > 0) {
      const found = wordsWithin(parts);
      for (const [index, { text: word, start, end }] of found.entries()) {
        const isJoined = index === 0 && gapBefore === NOTHING && words.length > 0;
        words.push({ text: foldedWord(word), start, end, isUnspaced: false, isJoined });
      }
      parts = [];
      gap = found.at(-1)?.isCut === true ? SIGN : after;
    }
    isApostrophe = isQuote = false;
  }
}

// The vowel am of Thai and Lao is one letter, or a ring on the consonant and a letter after it.
const RINGS: ReadonlyMap<string | undefined, string> = new Map([
  ["\u0e32", "\u0e4d"],
  ["\u0eb2", "\u0ecd"],
]);

/** The letter after another, whose ring it takes: then both are as they are where the vowel is one letter. */
function withVowel(before: Word, letter: string): string {
  const ring = RINGS.get(letter[0]);
  if (ring === undefined || before.text === ring || !before.text.includes(ring)) return letter;
  const at = before.text.lastIndexOf(ring);
  before.text = before.text.slice(0, at) + before.text.slice(at + 1);
  return `${ring}${letter}`;
}

/** Whether its first character is of these. */
function isOf(text: string, ranges: readonly Range[]): boolean {
  return isIn(text.codePointAt(0) ?? 0, ranges);
}

function isHebrew(text: string): boolean {
  return isOf(text, HEBREW);
}

function isAsciiLetter(code: number): boolean {
  return (code > 96 && code < 123) || (code > 64 && code < 91) || (code > 47 && code < 58);
}

/** Whether a word is sure to end before a UTF-16 unit: before a space, a comma, a full stop, or nothing. Most words of English do. */
function endsWord(code: number): boolean {
  return code === 32 || code === 44 || code === 46 || Number.isNaN(code);
}

/** Whether a UTF-16 unit, if there is one, belongs to no character before it. */
function isPlain(code: number): boolean {
  return Number.isNaN(code) || code < 0x300;
}

const known = new Map<string, Folded>();
const MOST_KNOWN = 4096;

function folded(character: string): Folded {
  let found = known.get(character);
  if (found === undefined) {
    const text = foldedCharacter(character.toWellFormed());
    const letters = [...text];
    const parted =
      letters.length > 1 && letters.some((one) => !MARK().test(one) && kindOf(one).kind !== kindOf(text).kind);
    found = parted ? { text, kind: null } : kindOf(text, character);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(character, found);
  }
  return found;
}

/** Of a text whose letters are all of one kind. */
function kindOf(text: string, original = text): Folded {
  if (text === "") return { text, kind: "nothing" };
  if (apostrophes.has(text)) return { text, kind: "sign" };
  if (!/[\p{L}\p{N}\p{M}\p{Co}]/u.test(text)) return { text, kind: SPACE.test(original) ? "space" : "sign" };
  return { text, kind: isOf(text, UNSPACED) ? "unspaced" : "letters" };
}
