import { lazily } from "../lazily.ts";
import { agreementOfFamilies, agreementOfGivenNames, OTHER, SAME } from "./misspelling.ts";
import { hasUnspaced } from "../fold/code-point.ts";

const WHOLE = 0.94;
const PART = 0.85;
const GIVEN = 0.8;
const INITIAL = 0.95;

const ARTICLES = lazily(
  () => new Set("al el ibn bin bint de da do dos das du del della di la le van von der den ter zu zum af".split(" ")),
);
const SUFFIX = /^(jr|sr|ii|iii|iv)$/;
const HAN = lazily(() => /^\p{sc=Han}+$/u);

/** The words of a person's name by which it is told from others. */
export function tellingWords(words: readonly string[]): string[] {
  const telling = words.filter((word, at) => !isArticle(word, words[at + 1]) && !SUFFIX.test(word));
  return telling.length === 0 ? [...words] : telling;
}

// Arabic says as-Sisi and an-Nahda for al-Sisi and al-Nahda.
function isArticle(word: string, next: string | undefined): boolean {
  return ARTICLES().has(word) || (/^a[dnrstz]$/.test(word) && next?.startsWith(word[1]!) === true);
}

/** Whether a name asks for a father or a son by Sr., Jr. or III, and another is not called so. Jr. may be left out. */
export function isOtherGeneration(mine: string, theirs: string): boolean {
  const [asked, told] = [mine, theirs].map((name) => name.split(" ").find((word, at) => at > 0 && SUFFIX.test(word)));
  return asked !== undefined && asked !== told && !(asked === "jr" && told === undefined);
}

/**
 * How well the words of a person's name fit those of another, from 0 to 1. A family name is enough, spelled somehow; beside it
 * all that is said must be in the other, of which one word may be misspelt: Donald Johnson is not Boris Johnson.
 */
export function likenessOfPersons(mine: readonly string[], theirs: readonly string[]): number {
  if (mine.length > theirs.length + 1) return 0;
  if (mine.length === 1) return likenessOfOne(mine[0]!, theirs);
  return theirs.length < 2 ? 0 : likenessOfMany(mine, theirs);
}

// A given name before or after: Yoon is the family name of Yoon Suk-yeol, Kishida that of Fumio Kishida.
function likenessOfOne(word: string, theirs: readonly string[]): number {
  const agreement = agreementOfFamilies(word, theirs.at(-1)!);
  if (theirs.length === 1) return agreement === OTHER ? likenessOfRun(word, theirs[0]!) : PART * agreement;
  if (agreement > OTHER) return PART * agreement;
  if (word === theirs[0] && [...word].length > 1) return GIVEN;
  return likenessOfRun(word, theirs.join(""));
}

// Parts may be written together: one of two signs of Chinese, of three others, names its bearer.
function likenessOfRun(word: string, name: string): number {
  if (word.length >= name.length || !hasUnspaced(word) || !hasUnspaced(name)) return 0;
  if (HAN().test(word)) return word.length >= 2 && name.startsWith(word) ? PART : 0;
  return word.length >= 3 && (name.endsWith(word) || name.startsWith(word)) ? GIVEN : 0;
}

function likenessOfMany(mine: readonly string[], theirs: readonly string[]): number {
  const free = new Set(theirs.keys());
  let worst: number = SAME;
  let slips = 0;
  let isNamed = false;
  for (const [at, word] of mine.entries()) {
    const { agreement, place } = bestOf(word, theirs, free);
    if (agreement === OTHER) {
      // The initial of a second given name, which is not always told.
      if (word.length > 1 || at === 0 || at === mine.length - 1 || theirs.length > 2) return 0;
      worst = Math.min(worst, INITIAL);
      continue;
    }
    free.delete(place);
    if (agreement < SAME) slips += agreement === INITIAL ? 0 : 1;
    const isFamily = place === 0 || place === theirs.length - 1;
    isNamed ||= isFamily && agreement !== INITIAL && Math.min(word.length, theirs[place]!.length) > 1;
    worst = Math.min(worst, agreement);
  }
  if (slips > 1 || !isNamed) return 0;
  return (free.size === 0 && mine.length === theirs.length ? WHOLE : PART) * worst;
}

/** The word that agrees best of those that are free, and how well. */
function bestOf(word: string, theirs: readonly string[], free: ReadonlySet<number>) {
  let best = { agreement: OTHER as number, place: -1 };
  for (const place of free) {
    const agreement = agreementAt(word, theirs, place);
    if (agreement > best.agreement) best = { agreement, place };
    if (agreement === SAME) break;
  }
  return best;
}

function agreementAt(word: string, theirs: readonly string[], place: number): number {
  const other = theirs[place]!;
  if (word === other) return SAME;
  if (isInitialOf(word, other) || isInitialOf(other, word)) return place === theirs.length - 1 ? OTHER : INITIAL;
  return place === theirs.length - 1 ? agreementOfFamilies(word, other) : agreementOfGivenNames(word, other);
}

function isInitialOf(word: string, other: string): boolean {
  return word.length === 1 && other.startsWith(word);
}
