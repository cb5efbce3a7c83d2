import { isUnspaced, runsOf } from "./run.ts";
import type { Word } from "../fold/word.ts";
import { wordsOf } from "../fold/words.ts";

/** What must stand in a text in a row. */
export interface SearchTerm {
  /** Words; or, of a run, its characters and the words that touch them. */
  words: string[];
  /** Whether it is of a script without spaces between words: it is found within longer runs as well. */
  isRun: boolean;
  /** Whether the beginning of the last word is enough. */
  isBeginning: boolean;
}

/** The terms of what a user typed: what stands between two spaces, in a row. Of the last word the beginning is enough. */
export function searchTerms(typed: string): SearchTerm[] {
  const all = wordsOf(typed);
  const terms = chunksOf(all, typed).flatMap((chunk) => {
    const found: SearchTerm[] = [];
    for (const run of runsOf(chunk)) {
      const isRun = isUnspaced(run);
      const words = run.map((word) => word.text);
      const last = found.at(-1);
      if (!isRun && last?.isRun === false) last.words.push(...words);
      else found.push({ words, isRun, isBeginning: false });
    }
    return found;
  });
  const last = terms.at(-1);
  if (last !== undefined) last.isBeginning = all.at(-1)?.isUnspaced === false;
  return terms;
}

/** The words between spaces. */
function chunksOf(words: readonly Word[], typed: string): Word[][] {
  const chunks: Word[][] = [];
  let before: Word | undefined;
  for (const word of words) {
    if (before === undefined || /\s/.test(typed.slice(before.end, word.start))) chunks.push([word]);
    else chunks.at(-1)!.push(word);
    before = word;
  }
  return chunks;
}
