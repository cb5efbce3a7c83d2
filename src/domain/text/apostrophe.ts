/** A stretch of a text between two apostrophes, folded. */
export interface Part {
  text: string;
  start: number;
  end: number;
  /** Whether something is left out after it. */
  isCut?: boolean;
}

/** What is written for an apostrophe, an okina, a hamza or a geresh. */
export const apostrophes: ReadonlySet<string> = new Set("'’‘‛`´′＇ʹʻʼʽʾʿˈˊˋ՚׳ꞌ");

/** Words that lose their last vowel before another, in French, Italian, Catalan and their like: l’OTAN is l and OTAN. */
const ELIDED: ReadonlySet<string> = new Set(
  (
    "l d j m n s t c qu lorsqu puisqu jusqu quoiqu quelqu presqu " +
    "un dell nell sull dall all coll quest quell sant bell"
  ).split(" "),
);

/**
 * The words that parts with apostrophes between them make: NATO’s is NATO, l’OTAN is two words, and Nukuʻalofa one, as it is
 * where nobody types the sign.
 */
export function wordsWithin(parts: readonly Part[]): Part[] {
  if (parts.length === 1) return [...parts];
  const isPossessive = parts.at(-1)!.text === "s";
  const words: Part[] = [];
  let rest = isPossessive ? parts.slice(0, -1) : parts;
  while (rest.length > 1 && ELIDED.has(rest[0]!.text)) {
    words.push(rest[0]!);
    rest = rest.slice(1);
  }
  const text = rest.map((part) => part.text).join("");
  return [...words, { text, start: rest[0]!.start, end: rest.at(-1)!.end, isCut: isPossessive }];
}
