import { pairBeginning, pairsOf } from "./run.ts";
import type { SearchTerm } from "./search-term.ts";

/** The longest text, in characters, that is searched for. */
export const LONGEST_QUERY = 200;

/** Whether a text is longer than what is searched for. */
export function isTooLong(text: string): boolean {
  return text.length > LONGEST_QUERY && [...text].length > LONGEST_QUERY;
}

/** FTS5 expressions: what the index of words has to match, and what that of pairs; null for one that is not asked. */
export interface SearchExpression {
  words: string | null;
  pairs: string | null;
}

/** The expressions that all terms match. Each word is a string of FTS5's in quotes, so that none is an operator. Null without terms. */
export function searchExpression(terms: readonly SearchTerm[]): SearchExpression | null {
  if (terms.length === 0) return null;
  const all = (chosen: readonly SearchTerm[], write: (term: SearchTerm) => string) =>
    chosen.length === 0 ? null : chosen.map(write).join(" AND ");
  return {
    words: all(
      terms.filter(({ isRun }) => !isRun),
      ({ words, isBeginning }) => wordsAsked(words, isBeginning),
    ),
    pairs: all(
      terms.filter(({ isRun }) => isRun),
      ({ words, isBeginning }) =>
        words.length === 1 ? phrase([pairBeginning(words[0]!)], true) : phrase(pairsOf(words), isBeginning),
    ),
  };
}

/** A word so short, such as UK, is the beginning of many others: who has it as it is comes first, since it fits twice. */
const SHORT = 4;

function wordsAsked(words: readonly string[], isBeginning: boolean): string {
  const beginning = phrase(words, isBeginning);
  const isShort = isBeginning && words.at(-1)!.length <= SHORT;
  return isShort ? `(${phrase(words, false)} OR ${beginning})` : beginning;
}

function phrase(words: readonly string[], isBeginning: boolean): string {
  return `"${words.join(" ")}"${isBeginning ? " *" : ""}`;
}
