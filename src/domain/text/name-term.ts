import { withoutArticle, withoutSort, writtenOut } from "./name-form.ts";
import { nameKey, spelledOut } from "./name-key.ts";
import { partsOf } from "./name-part.ts";
import { skeleton } from "./sound.ts";
import { withoutTitles } from "./title.ts";
import { UNSPACED } from "./word.ts";

/** Signs before a term that is no word, of no name and no operator of FTS5: a skeleton, and a whole name. */
const HEARD = "≈";
const WHOLE = "≡";

/** Words that thousands of names have: none is looked for by one of them. */
const COMMON = new Set(
  (
    "of the and for in on to de la le du des der die das den und et y e i do da dos del di al el van von bin ibn " +
    "ministry minister department office embassy government national international united republic state states foreign " +
    "affairs defence defense security council committee commission agency organization organisation association union " +
    "party democratic people peoples treaty agreement convention cooperation mutual general secretary president prime " +
    "federal federation institute university center centre group north south east west new"
  ).split(" "),
);
const COMMON_TEXT = [...COMMON].join(" ");

const LETTER = /\P{M}\p{M}*|\p{M}+/gu;
const LETTERS_ONLY = /^[\p{L}\p{M}]{4,}$/u;

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

export function nameExpression(name: string): NameExpression {
  const parts = partsOf(name);
  const key = nameKey(name);
  if (key === "") return { words: null, trigrams: null };
  const bare = withoutTitles(spelledOut(parts));
  const forms = [...new Set([key, withoutTitles(key), bare, withoutArticle(key), writtenOut(key), withoutSort(key)])];
  const words = [...new Set(forms.flatMap((form) => form.split(" ")))];
  const telling = words.filter((word) => !COMMON.has(word) && (word.length > 1 || words.length === 1));
  const terms = [...forms.map(asWhole), ...telling.flatMap(wordTerms), ...telling.flatMap(heardIn)];
  const pieces = new Set(telling.flatMap(piecesOf));
  return {
    words: [...anyOf(terms), ...(telling.length === 0 ? [allOf(words)] : [])].join(" OR "),
    trigrams: pieces.size === 0 ? null : anyOf(pieces).join(" OR "),
  };
}

function asWhole(key: string): string {
  return WHOLE + key.replaceAll(" ", "");
}

function wordTerms(word: string): string[] {
  if (!UNSPACED.test(word)) return [word];
  const letters = word.match(LETTER) ?? [];
  if (letters.length < 2) return [word];
  return letters.slice(1).map((letter, at) => letters[at]! + letter);
}

function heardIn(word: string): string[] {
  return LETTERS_ONLY.test(word) && !UNSPACED.test(word) && !COMMON.has(word) ? [HEARD + skeleton(word)] : [];
}

/**
 * Stretches of a word of which one at least is whole where a letter of six is wrong, or two of nine. Not those of common words:
 * they are in thousands of names.
 */
function piecesOf(word: string): string[] {
  if (!LETTERS_ONLY.test(word) || UNSPACED.test(word) || word.length < 5) return [];
  const count = word.length < 6 ? 1 : word.length < 9 ? 2 : 3;
  const pieces = Array.from({ length: count }, (_, at) =>
    word.slice(Math.floor((at * word.length) / count), Math.floor(((at + 1) * word.length) / count)),
  );
  return pieces.filter((piece) => !COMMON_TEXT.includes(piece));
}

function anyOf(terms: Iterable<string>): string[] {
  return [...new Set(terms)].slice(0, MOST_TERMS).map(quoted);
}

function allOf(words: readonly string[]): string {
  return `(${words.slice(0, MOST_TERMS).map(quoted).join(" AND ")})`;
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
