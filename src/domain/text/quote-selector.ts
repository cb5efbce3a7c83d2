import { differenceTold, quoteDifference } from "./quote-difference.ts";
import { countCharacters } from "./search/text-range.ts";

/** A place in a text: W3C Web Annotation TextQuoteSelector, with its start in characters (code points). */
export interface QuoteSelector {
  exact: string;
  prefix: string | null;
  suffix: string | null;
  start: number | null;
}

/**
 * What is wrong with a selector for a text, or null when the text has `exact` at `start`, with
 * `prefix` before and `suffix` after it. Without a start, the three must stand together just once.
 */
export function selectorFault(text: string, selector: QuoteSelector): string | null {
  const characters = [...text];
  const { exact, start } = selector;
  const prefix = selector.prefix ?? "";
  const suffix = selector.suffix ?? "";
  if (start === null) {
    const places = countPlaces(text, prefix + exact + suffix);
    if (places === 1) return null;
    return places === 0
      ? absent(text, prefix + exact + suffix, exact)
      : `the text has it ${places} times: give its start`;
  }
  const end = start + [...exact].length;
  if (characters.slice(start, end).join("") !== exact) {
    const found = text.indexOf(exact);
    return found < 0
      ? absent(text, exact)
      : `the text has it at ${countCharacters(text.slice(0, found))}, not at ${start}`;
  }
  const before = characters.slice(Math.max(0, start - [...prefix].length), start).join("");
  if (before !== prefix) return `what stands before it is "${before}", not the prefix`;
  const after = characters.slice(end, end + [...suffix].length).join("");
  return after === suffix ? null : `what stands after it is "${after}", not the suffix`;
}

/** That a text does not have the first of some words, and how it has any of them that are written otherwise there. */
function absent(text: string, ...sought: readonly string[]): string {
  for (const words of sought) {
    const difference = text.includes(words) ? null : quoteDifference(text, words);
    if (difference !== null) return `the text does not have it letter for letter: ${differenceTold(difference)}`;
  }
  return "the text does not have it";
}

/** How often the words stand in a text. Places that overlap are several: "no, no" stands twice in "no, no, no". */
function countPlaces(text: string, words: string): number {
  let places = 0;
  for (let at = text.indexOf(words); at >= 0 && at < text.length; at = text.indexOf(words, at + 1)) places += 1;
  return places;
}
