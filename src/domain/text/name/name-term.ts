import { lazily } from "../lazily.ts";
import { withoutArticle, withoutSort, writtenOut } from "./name-form.ts";
import { nameKey, spelledOut } from "./name-key.ts";
import { partsOf } from "./name-part.ts";
import { skeleton } from "./sound.ts";
import { withoutTitles } from "./title.ts";
import { hasUnspaced } from "../fold/code-point.ts";

/** Signs before a term that is no word, of no name and no operator of FTS5: a skeleton, and a whole name. */
const HEARD = "≈";
const WHOLE = "≡";

/** Words that thousands of names have: none is looked for by one of them. */
const COMMON = lazily(
  () =>
    new Set(
      (
        "of the and for in on to de la le du des der die das den und et y e i do da dos del di al el van von bin ibn " +
        "ministry minister department office embassy government national international united republic state states foreign " +
        "affairs defence defense security council committee commission agency organization organisation association union " +
        "party democratic people peoples treaty agreement convention cooperation mutual general secretary president prime " +
        "federal federation institute university center centre group north south east west new"
      ).split(" "),
    ),
);
const COMMON_TEXT = lazily(() => [...COMMON()].join(" "));

const LETTER = lazily(() => /\P{M}\p{M}*|\p{M}+/gu);
const LETTERS_ONLY = lazily(() => /^[\p{L}\p{M}]{4,}$/u);

/**
 * What a name is shortlisted by: its words, those of a script without spaces as pairs of its signs, how its words sound, and the
 * whole of it as one term, which few others have.
 */
export function nameTerms(name: string): string[] {
  const key = nameKey(name);
  if (key === "") return [];
  const words = key.split(" ");
  const whole = [key, writtenOut(key)].map(asWhole);
  return [...words.flatMap(wordTerms), ...new Set([...words.flatMap(heardIn), ...whole])];
}

/** FTS5 expressions that find the names that may be meant by one; null where nothing is to be looked for. */
export interface NameExpression {
  words: string | null;
  trigrams: string | null;
}

// Enough to find a long name by; more make SQLite's expression needlessly deep.
const MOST_TERMS = 60;
const MOST_WORDS = 8;

/**
 * What to look for: the whole of the name, any of its words that tells it from others, or how one sounds; and, for what is
 * misspelt, a stretch of each of its words.
 */
export function nameExpression(name: string): NameExpression {
  const parts = partsOf(name);
  const key = nameKey(name);
  if (key === "") return { words: null, trigrams: null };
  const bare = withoutTitles(spelledOut(parts));
  const forms = [...new Set([key, withoutTitles(key), bare, withoutArticle(key), writtenOut(key), withoutSort(key)])];
  const words = [...new Set(forms.flatMap((form) => form.split(" ")))];
  const telling = words.filter(tells).flatMap((word) => [word, ...otherNumber(word).filter(tells)]);
  const terms = [...forms.map(asWhole), ...telling.flatMap(wordTerms), ...words.filter(tells).flatMap(heardIn)];
  const pieces = bare
    .split(" ")
    .filter(tells)
    .map(piecesOf)
    .filter((some) => some.length > 0);
  return {
    words: [...anyOf(terms), ...(telling.length === 0 ? together(words) : [])].join(" OR "),
    trigrams: allOf(pieces),
  };
}

// Nation for Nations: a letter too few, in a word most of which is in thousands of names.
function otherNumber(word: string): string[] {
  if (!/^[a-z]{5,}$/.test(word)) return [];
  return [word.endsWith("s") ? word.slice(0, -1) : `${word}s`];
}

function tells(word: string): boolean {
  return !COMMON().has(word) && !/^.$/su.test(word);
}

function asWhole(key: string): string {
  return WHOLE + key.replaceAll(" ", "");
}

function wordTerms(word: string): string[] {
  if (!hasUnspaced(word)) return [word];
  const letters = Array.from(word.matchAll(LETTER()), ([letter]) => letter);
  if (letters.length < 2) return [word];
  return letters.slice(1).map((letter, at) => letters[at]! + letter);
}

function heardIn(word: string): string[] {
  return LETTERS_ONLY().test(word) && !hasUnspaced(word) && !COMMON().has(word) ? [HEARD + skeleton(word)] : [];
}

/**
 * Stretches of a word of which one at least is whole where a letter of six is wrong, or two of nine. Not those of common words:
 * they are in thousands of names.
 */
function piecesOf(word: string): string[] {
  if (!LETTERS_ONLY().test(word) || hasUnspaced(word)) return [];
  if (word.length === 4) return [word];
  const count = word.length < 9 ? 2 : 3;
  const pieces = Array.from({ length: count }, (_, at) => {
    const [start, end] = [at, at + 1].map((bound) => (bound * word.length) / count) as [number, number];
    return word.slice(Math.floor(start), Math.max(Math.floor(start) + 3, Math.floor(end)));
  });
  return pieces.filter((piece) => !COMMON_TEXT().includes(piece));
}

function anyOf(terms: Iterable<string>): string[] {
  return [...new Set(terms)].slice(0, MOST_TERMS).map(quoted);
}

function allOf(words: readonly (readonly string[])[]): string | null {
  const some = words.slice(0, MOST_WORDS).map((pieces) => `(${anyOf(pieces).join(" OR ")})`);
  return some.length === 0 ? null : some.join(" AND ");
}

/** Of common words, all: no name of one is looked for but as a whole, nor for its articles. */
function together(words: readonly string[]): string[] {
  const long = words.filter((word) => word.length > 3);
  return long.length < 2 ? [] : [`(${long.slice(0, MOST_TERMS).map(quoted).join(" AND ")})`];
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
