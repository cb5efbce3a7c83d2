import { isUnspaced, pairBeginning, pairsOf, runsOf } from "./run.ts";
import type { Word } from "../fold/word.ts";
import { wordsOf } from "../fold/words.ts";

/** How texts are folded and written into the indexes. Whoever changes that raises it, and a migration tells the database. */
export const TEXT_VERSION = 1;

/** What the indexes hold of texts: their words, and the pairs of their runs; null where there are none. */
export interface IndexText {
  words: string | null;
  pairs: string | null;
}

/** Of texts that belong together, such as the aliases of one actor. No run goes from one to the next. */
export function indexText(texts: readonly string[]): IndexText {
  const words: string[] = [];
  const pairs: string[] = [];
  for (const text of texts) {
    for (const run of runsOf(wordsOf(text))) {
      words.push(...run.filter((word) => !word.isUnspaced).map((word) => word.text));
      if (isUnspaced(run)) pairs.push(...runPairs(run));
    }
  }
  return { words: joined(words), pairs: joined(pairs) };
}

function runPairs(run: readonly Word[]): string[] {
  const last = run.at(-1)!;
  return [...pairsOf(run.map((word) => word.text)), ...(last.isUnspaced ? [pairBeginning(last.text)] : [])];
}

function joined(words: readonly string[]): string | null {
  return words.length === 0 ? null : words.join(" ");
}
