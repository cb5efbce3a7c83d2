import type { Word } from "../fold/word.ts";

/** Words that stand together with nothing between them: one word, or characters without spaces and the words that touch them. */
export function runsOf(words: readonly Word[]): Word[][] {
  const runs: Word[][] = [];
  for (const word of words) {
    if (word.isJoined && runs.length > 0) runs.at(-1)!.push(word);
    else runs.push([word]);
  }
  return runs;
}

export function isUnspaced(run: readonly Word[]): boolean {
  return run.some((word) => word.isUnspaced);
}

// No word has it, since it parts words.
const BESIDE = "·";

/**
 * What a run is found by: each of its characters with the next, so that any stretch of it is a row of pairs. A last character
 * stands alone, with the sign that tells it from the beginning of another.
 */
export function pairsOf(run: readonly string[]): string[] {
  return run.slice(0, -1).map((one, index) => `${one}${BESIDE}${run[index + 1]}`);
}

/** Of a character: what all pairs that begin with it begin with. */
export function pairBeginning(character: string): string {
  return `${character}${BESIDE}`;
}
