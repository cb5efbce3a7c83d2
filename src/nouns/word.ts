import { type Noun, nouns } from "./index.ts";

/** What messages call one row of a noun, with its article, such as "an actor". */
export function aWord(noun: Noun): string {
  const { word } = nouns[noun];
  return `${/^[aeio]/.test(word) ? "an" : "a"} ${word}`;
}
