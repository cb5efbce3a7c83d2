import type { SearchTerm } from "./search-term.ts";
import type { Word } from "../fold/word.ts";

/** Where a term stands in a text: the places of its first and its last word among the text's words. */
export interface Match {
  from: number;
  to: number;
}

/** All places of a term, in order: those that the indexes find it by. */
export function findTerm(words: readonly Word[], { words: wanted, isRun, isBeginning }: SearchTerm): Match[] {
  const matches: Match[] = [];
  // Words in a row are so whatever runs stand between them, as they are in the index.
  const places = isRun ? words.map((_, place) => place) : placesOfWords(words);
  for (let first = 0; first + wanted.length <= places.length; first += 1) {
    if (fits(first)) matches.push({ from: places[first]!, to: places[first + wanted.length - 1]! });
  }
  return matches;

  function fits(first: number): boolean {
    return wanted.every((text, index) => {
      const word = words[places[first + index]!]!;
      if (isRun && index > 0 && !word.isJoined) return false;
      return isBeginning && index === wanted.length - 1 ? word.text.startsWith(text) : word.text === text;
    });
  }
}

function placesOfWords(words: readonly Word[]): number[] {
  return words.flatMap(({ isUnspaced }, place) => (isUnspaced ? [] : [place]));
}
