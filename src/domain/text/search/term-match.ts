import type { SearchTerm } from "./search-term.ts";
import type { Word } from "../fold/word.ts";

/** Where a term stands in a text: the places of its first and its last word among the text's words. */
export interface Match {
  from: number;
  to: number;
}

/** All places of a term, in order: those that the indexes find it by. */
export function findTerm(words: readonly Word[], term: SearchTerm): Match[] {
  const matches: Match[] = [];
  for (let from = 0; from < words.length; from += 1) {
    const to = endOf(words, term, from);
    if (to !== null) matches.push({ from, to });
  }
  return matches;
}

/** The place of the last word of a term that begins at a place; null where none does. */
function endOf(words: readonly Word[], { words: wanted, isRun, isBeginning }: SearchTerm, from: number): number | null {
  let to = from;
  for (const [index, text] of wanted.entries()) {
    if (index > 0) to = isRun ? to + 1 : nextSpaced(words, to + 1);
    const word = words[to];
    if (word === undefined || (isRun ? index > 0 && !word.isJoined : word.isUnspaced)) return null;
    const fits = isBeginning && index === wanted.length - 1 ? word.text.startsWith(text) : word.text === text;
    if (!fits) return null;
  }
  return to;
}

/** The place of the first word from a place on that is of no run: words in a row are so whatever runs stand between them. */
function nextSpaced(words: readonly Word[], from: number): number {
  let place = from;
  while (words[place]?.isUnspaced) place += 1;
  return place;
}
