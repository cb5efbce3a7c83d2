import { lazily } from "../lazily.ts";
import type { ActorType } from "../../vocabulary.ts";
import { agreementOfWords, OTHER, SAME } from "./misspelling.ts";
import { withoutArticle, withoutSort, writtenOut } from "./name-form.ts";
import { keyOf, spelledOut } from "./name-key.ts";
import { type NamePart, partsOf } from "./name-part.ts";
import { isOtherGeneration, likenessOfPersons, tellingWords } from "./person-name.ts";
import { hasTitle, isTitle, withoutTitles } from "./title.ts";

/** How well a name fits: from 0 to 1, and whether it is the very name. */
export interface Likeness {
  score: number;
  exact: boolean;
}

/** What bears a name. Null is an alliance. */
export type Bearer = ActorType | null;

/** Below this, two names are taken to be of two things: Austria is not Australia. */
export const LEAST_LIKENESS = 0.7;

const TITLED = 0.95;
const TOGETHER = 0.96;
const REORDERED = 0.94;
const AMID = 0.93;
const WRITTEN_OUT = 0.9;
const SORTED = 0.88;
const MISSPELT = 0.92;

/** A name that is looked for, made ready to be compared with many. */
export interface Wanted {
  key: string;
  /** The key as a person's, without the titles before it, with each initial as a word. */
  bare: string;
  /** The words of that by which a person is told from others. */
  telling: readonly string[];
  /** The key without an article, and where it ends in a possessive, without that. */
  plain: ReadonlySet<string>;
  /** The key without a possessive at its end; null where there is none. A person has no article: L. Johnson is no Johnson. */
  possessor: string | null;
  /** As a country, an organization or an alliance may be called. */
  writtenOut: string;
  /** Without what says what sort of organization or alliance it is. */
  withoutSort: string;
  words: readonly string[];
  sorted: string;
  /** Whether there is a title before or after a name. */
  isTitled: boolean;
  /** Whether it is a title and no more, which names nobody by itself. */
  onlyTitle: boolean;
}

export function wanted(name: string): Wanted {
  const parts = partsOf(name);
  const key = keyOf(parts);
  const spelled = spelledOut(parts);
  const bare = withoutTitles(spelled);
  const plain = withoutArticle(key);
  const isPossessive = POSSESSIVE().test(name);
  const words = key.split(" ");
  return {
    key,
    bare,
    telling: tellingWords(bare.split(" ")),
    plain: new Set([plain, ...(isPossessive ? [plain.slice(0, -1)] : [])]),
    possessor: isPossessive ? key.slice(0, -1) : null,
    writtenOut: writtenOut(key),
    withoutSort: withoutSort(key),
    words,
    sorted: sortedWords(words),
    isTitled: hasTitle(spelled),
    onlyTitle: isTitle(key),
  };
}

const POSSESSIVE = lazily(() => /\P{P}\p{P}s$/iu);
const NOTHING: Likeness = { score: 0, exact: false };

/**
 * How well a name of an actor or alliance fits the wanted one. The same key is exact. Titles are looked past, and a part of the
 * name is enough, for persons only; a country is named as a whole.
 */
export function likeness(sought: Wanted, name: string, bearer: Bearer): Likeness {
  const parts = partsOf(name);
  const key = keyOf(parts);
  if (sought.key === "" || key === "") return NOTHING;
  if (sought.key === key) return { score: 1, exact: true };
  if (sought.onlyTitle) return NOTHING;
  const isTheSame = bearer === "PERSON" ? sought.possessor === key : sought.plain.has(withoutArticle(key));
  if (isTheSame) return inexact(TITLED);
  if (key.length > 3 && areTogether(sought.key, key)) return inexact(TOGETHER);
  return inexact(bearer === "PERSON" ? asPerson(sought, key, parts) : asThing(sought, key, bearer));
}

function inexact(score: number): Likeness {
  return { score: Math.round(1000 * score) / 1000, exact: false };
}

// The spaces of عبد الفتاح and of Timor Leste are left out at times.
function areTogether(one: string, other: string): boolean {
  return one.charCodeAt(0) === other.charCodeAt(0) && one.replaceAll(" ", "") === other.replaceAll(" ", "");
}

function asPerson(sought: Wanted, theirs: string, parts: readonly NamePart[]): number {
  const { key, bare, telling, sorted, isTitled } = sought;
  const other = parts.some(({ isInitials }) => isInitials) ? spelledOut(parts) : theirs;
  if (isOtherGeneration(bare, other)) return 0;
  if (bare === other) return TITLED;
  const words = other.split(" ");
  if (words.length > 1 && words.length === telling.length && sorted === sortedWords(words)) return REORDERED;
  if (isTitled && stands(other, key)) return AMID;
  const score = likenessOfPersons(telling, tellingWords(words));
  if (parts.length <= words.length) return score;
  const parted = parts.map(({ text }) => text);
  return Math.max(score, likenessOfPersons(telling, parted));
}

// President of France Emmanuel Macron, and Emmanuel Macron, President of France.
function stands(name: string, key: string): boolean {
  if (!name.includes(" "))
    return [...name].length > 2 && !/[a-z]/.test(name) && (key.startsWith(name) || key.endsWith(name));
  return key.startsWith(`${name} `) || key.endsWith(` ${name}`);
}

function asThing(sought: Wanted, key: string, bearer: Bearer): number {
  const words = key.split(" ");
  if (words.length > 1 && words.length === sought.words.length && sought.sorted === sortedWords(words))
    return REORDERED;
  const written = writtenOut(key);
  if (sought.writtenOut === written) return WRITTEN_OUT;
  const spelling = likenessOfSpelling(sought.writtenOut, written);
  if (bearer === "STATE" || spelling > 0) return spelling;
  if (sought.withoutSort === withoutArticle(key)) return SORTED;
  return partOfTitle(sought.words, key);
}

function sortedWords(words: readonly string[]): string {
  return words.length > 1 ? words.toSorted().join(" ") : words[0]!;
}

/** Word by word: all must agree, and of two words one may be misspelt. */
function likenessOfSpelling(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 4) return 0;
  const [mine, theirs] = [one.split(" "), other.split(" ")];
  if (mine.length !== theirs.length) return 0;
  let product = 1;
  let slips = 0;
  for (const [at, word] of mine.entries()) {
    const agreement = agreementOfWords(word, theirs[at]!);
    if (agreement === OTHER) return 0;
    if (agreement < SAME) slips += 1;
    product *= agreement;
  }
  return slips > Math.ceil(mine.length / 2) ? 0 : MISSPELT * product;
}

// Two words or more in a row; the more of the whole they are, the better.
function partOfTitle(mine: readonly string[], whole: string): number {
  if (mine.length < 2) return 0;
  const part = mine.join(" ");
  if (!` ${whole} `.includes(` ${part} `)) return 0;
  return 0.6 + 0.3 * (part.length / whole.length);
}
