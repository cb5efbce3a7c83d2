import type { SearchTerm } from "./search-term.ts";
import { findTerm, type Match } from "./term-match.ts";
import { type TextRange, textRange } from "./text-range.ts";
import type { Word } from "../fold/word.ts";
import { wordsOf } from "../fold/words.ts";

/** A stretch of a text, and where in it stands what was looked for. */
export interface Snippet {
  text: string;
  ranges: TextRange[];
}

/** About how many words a snippet has; a character of a script without spaces counts as half of one. */
export const SNIPPET_WORDS = 32;

const WIDTH = 2 * SNIPPET_WORDS;
const BETWEEN = " · ";

/** A text with its words, and what of it was looked for. */
interface Searched {
  text: string;
  words: Word[];
  /** By place. */
  matches: Match[];
  /** The stretch that says most, and how much that is: a term once more says little beside another term. */
  span: Match;
  score: number;
}

/**
 * The stretch in which most of the terms stand, as it was entered, of the first of the texts that have so many. Each may
 * consist of several, such as all aliases. Where none has a term, the beginning of the last.
 */
export function snippetOf(texts: readonly (readonly string[])[], terms: readonly SearchTerm[]): Snippet {
  let best: Searched | null = null;
  for (const parts of texts) {
    const searched = search(parts, terms);
    if (best === null || searched.score > best.score || best.score === 0) best = searched;
  }
  return best === null ? { text: "", ranges: [] } : cut(best);
}

function search(parts: readonly string[], terms: readonly SearchTerm[]): Searched {
  const words = parts.length === 1 ? wordsOf(parts[0]!) : wordsOfAll(parts);
  const found = terms
    .flatMap((term, number) => findTerm(words, term).map((match) => ({ ...match, number })))
    .toSorted((one, other) => one.from - other.from);
  const searched: Searched = { text: parts.join(BETWEEN), words, matches: found, span: { from: 0, to: -1 }, score: 0 };
  for (const [index, { from }] of found.entries()) {
    const numbers = new Set<number>();
    let to = from;
    let count = 0;
    for (const match of found.slice(index)) {
      if (count > 0 && width(words, from, match.to) > WIDTH) break;
      numbers.add(match.number);
      to = Math.max(to, match.to);
      count += 1;
    }
    const score = 1000 * numbers.size + count;
    if (score > searched.score) Object.assign(searched, { span: { from, to }, score });
  }
  return searched;
}

function wordsOfAll(parts: readonly string[]): Word[] {
  let before = 0;
  return parts.flatMap((part) => {
    const words = wordsOf(part).map((word) => ({ ...word, start: word.start + before, end: word.end + before }));
    before += part.length + BETWEEN.length;
    return words;
  });
}

/** The stretch with as much before as after it as there is room for. */
function cut({ text, words, matches, span }: Searched): Snippet {
  let { from, to } = span;
  const spare = WIDTH - width(words, from, to);
  while (from > 0 && width(words, from - 1, span.to) <= WIDTH - spare / 2) from -= 1;
  while (to + 1 < words.length && width(words, from, to + 1) <= WIDTH) to += 1;
  while (from > 0 && width(words, from - 1, to) <= WIDTH) from -= 1;

  const isFromStart = from === 0;
  const isToEnd = to >= words.length - 1;
  const start = isFromStart ? 0 : words[from]!.start;
  const stretch = text.slice(start, isToEnd ? text.length : words[to]!.end);
  const before = isFromStart ? "" : "…";
  const shown = `${before}${stretch}${isToEnd ? "" : "…"}`;
  const ranges = merged(matches.filter((match) => match.from >= from && match.to <= to)).map((match) => {
    const shift = before.length - start;
    return textRange(shown, words[match.from]!.start + shift, words[match.to]!.end + shift);
  });
  return { text: shown, ranges: ranges.slice(0, SNIPPET_WORDS) };

  /** Matches that overlap, or that touch within a run, are one. Two words may be of one character, such as ½. */
  function merged(found: readonly Match[]): Match[] {
    const one: Match[] = [];
    for (const match of found) {
      const last = one.at(-1);
      if (last !== undefined && meets(last, match)) {
        one[one.length - 1] = { from: last.from, to: Math.max(last.to, match.to) };
      } else one.push(match);
    }
    return one;
  }

  function meets(one: Match, other: Match): boolean {
    const word = words[other.from]!;
    return other.from <= one.to || word.start < words[one.to]!.end || (other.from === one.to + 1 && word.isJoined);
  }
}

function width(words: readonly Word[], from: number, to: number): number {
  let sum = 0;
  for (let place = from; place <= to; place += 1) sum += words[place]!.isUnspaced ? 1 : 2;
  return sum;
}
