/** A stretch of a text between two apostrophes, folded. */
export interface Part {
  text: string;
  start: number;
  end: number;
  /** Whether an ending after it is left out. */
  isCut?: boolean;
}

/** What is written for an apostrophe, an okina, a hamza or a geresh; in Catalan, a point parts one l from another. */
export const apostrophes: ReadonlySet<string> = new Set("'’‘‛`´′＇ʹʻʼʽʾʿˈˊˋ՚׳ꞌ·");

/**
 * Words that lose their last vowel before another, in French, Italian, Catalan and their like: l’OTAN is l and OTAN. M, n and t
 * are left out, which stand before verbs: N’Djamena and M’Bala are names, however they are written.
 */
const ELIDED: ReadonlySet<string> = new Set(
  "l d j s c qu lorsqu puisqu jusqu quoiqu quelqu presqu un dell nell sull dall all coll quest quell sant bell".split(
    " ",
  ),
);

/** Endings that Turkish puts to names; those that end names of Arabic and Polynesia as well are left out. */
const ENDINGS: ReadonlySet<string> = new Set(
  "s da de ta te dan den tan ten ya ye yi yu yla yle nin nun daki deki taki teki".split(" "),
);

/**
 * The words that parts with apostrophes between them make: NATO’s is NATO, Ankara’da is Ankara, l’OTAN is two words, and Nukuʻalofa one, as it is
 * where nobody types the sign.
 */
export function wordsWithin(parts: readonly Part[]): Part[] {
  if (parts.length === 1) return [...parts];
  const isCut = ENDINGS.has(parts.at(-1)!.text);
  const words: Part[] = [];
  let rest = isCut ? parts.slice(0, -1) : parts;
  while (rest.length > 1 && ELIDED.has(rest[0]!.text)) {
    words.push(rest[0]!);
    rest = rest.slice(1);
  }
  const word = rest.map((part) => part.text).join("");
  return [...words, { text: word, start: rest[0]!.start, end: rest.at(-1)!.end, isCut }];
}
