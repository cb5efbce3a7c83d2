import { nameKey, withoutTitles } from "./name-key.ts";

/** How well a name fits: from 0 to 1, and whether it is the very name. */
export interface Likeness {
  score: number;
  exact: boolean;
}

/** Below this, two names are taken to be of two things: Austria is not Australia. */
export const LEAST_LIKENESS = 0.7;

const TITLED = 0.95;
const REORDERED = 0.94;
const PART_OF_PERSON = 0.85;
const LIKE = 0.93;
const LEAST_ALIKE = 0.755;

/** A name that is looked for, made ready to be compared with many. */
export interface Wanted {
  key: string;
  /** The key without the titles before a person's name. */
  bare: string;
  /** Whether it is a title and no more, which names nobody by itself. */
  onlyTitle: boolean;
}

export function wanted(name: string): Wanted {
  const key = nameKey(name);
  return { key, bare: withoutTitles(key), onlyTitle: withoutTitles(`${key} x`) === "x" };
}

/**
 * How well a name of an actor or alliance fits the wanted one. The same key is exact. Titles are
 * looked past, and a part of the name is enough, for persons only.
 */
export function likeness({ key, bare, onlyTitle }: Wanted, name: string, isPerson: boolean): Likeness {
  const other = nameKey(name);
  if (key === "" || other === "") return { score: 0, exact: false };
  if (key === other) return { score: 1, exact: true };
  if (onlyTitle) return { score: 0, exact: false };
  const inexact = (score: number) => ({ score: Math.round(1000 * score) / 1000, exact: false });
  if (withoutThe(key) === withoutThe(other) || (isPerson && bare === other)) return inexact(TITLED);
  const mine = (isPerson ? bare : key).split(" ");
  const theirs = other.split(" ");
  if (mine.length > 1 && mine.toSorted().join(" ") === theirs.toSorted().join(" ")) return inexact(REORDERED);
  const part = isPerson ? partOfPerson(mine, theirs) : partOfTitle(mine, theirs);
  const alike = Math.max(similarity(withoutThe(key), withoutThe(other)), isPerson ? similarity(bare, other) : 0);
  return inexact(Math.max(part, alike < LEAST_ALIKE ? 0 : LIKE * alike));
}

function withoutThe(key: string): string {
  return key.replace(/^the /, "");
}

// A given name before or after: Yoon is the family name of Yoon Suk-yeol, Kishida that of Fumio Kishida.
function partOfPerson(mine: readonly string[], theirs: readonly string[]): number {
  if (theirs.length < 2) return 0;
  if (mine.length > 1) return mine.every((word) => theirs.includes(word)) ? PART_OF_PERSON : 0;
  const names = theirs.filter((word) => !/^(jr|sr|ii|iii|iv)$/.test(word));
  if (mine[0] === names.at(-1)) return PART_OF_PERSON;
  return mine[0] === names[0] ? PART_OF_PERSON - 0.05 : 0;
}

// Two words or more in a row; the more of the whole they are, the better.
function partOfTitle(mine: readonly string[], theirs: readonly string[]): number {
  if (mine.length < 2) return 0;
  const [part, whole] = [mine.join(" "), theirs.join(" ")];
  if (!` ${whole} `.includes(` ${part} `)) return 0;
  return 0.6 + 0.3 * (part.length / whole.length);
}

/** The mean of two measures: trigrams in common (Dice), and letters that need no edit. */
export function similarity(one: string, other: string): number {
  const longest = Math.max(one.length, other.length);
  // What is more than twice as long shares too little to be measured.
  if (Math.min(one.length, other.length) * 2 < longest) return 0;
  return (dice(one, other) + 1 - editDistance(one, other) / longest) / 2;
}

function dice(one: string, other: string): number {
  const [mine, theirs] = [trigrams(one), trigrams(other)];
  let common = 0;
  for (const trigram of mine) if (theirs.has(trigram)) common++;
  return (2 * common) / (mine.size + theirs.size);
}

function trigrams(key: string): Set<string> {
  const padded = `  ${key} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)));
}

/** Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment). */
function editDistance(one: string, other: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      let least = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (swapped) least = Math.min(least, beforeLast[j - 2]! + 1);
      row.push(least);
    }
    beforeLast = last;
    last = row;
  }
  return last[other.length]!;
}
