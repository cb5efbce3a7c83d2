import { lazily } from "../lazily.ts";
import { apostrophes } from "../fold/apostrophe.ts";
import type { Word } from "../fold/word.ts";
import { wordsOf } from "../fold/words.ts";

/** A word of a name, folded: what stands between spaces and signs, of an unspaced script too. */
export interface NamePart {
  text: string;
  isUnspaced: boolean;
  /** Whether a name may be written without what stands before it. */
  isJoined: boolean;
  /** Whether it is one letter, or letters with dots. */
  isInitials: boolean;
}

const POSSESSIVE = lazily(
  () => new RegExp(String.raw`(?<=[\p{L}\p{M}])[${[...apostrophes].join("")}](?=s(?![\p{L}\p{M}\p{N}]))`, "giu"),
);
const LETTER = lazily(() => /^\p{L}\p{M}*$/u);

/** The parts of a name. Its possessives keep their s: people leave out the sign in it, and not the letter. */
export function partsOf(name: string): NamePart[] {
  const text = name.replace(POSSESSIVE(), "");
  const parts: NamePart[] = [];
  let end = -1;
  for (const word of wordsOf(text)) {
    const last = parts.at(-1);
    if (word.isUnspaced && word.start <= end && last?.isUnspaced === true) last.text += word.text;
    else parts.push(partOf(word, text));
    end = word.end;
  }
  return parts;
}

function partOf({ text, start, end, isUnspaced, isJoined }: Word, name: string): NamePart {
  const isInitials = !isUnspaced && (LETTER().test(text) || name.slice(start, end).includes("."));
  return { text, isUnspaced, isJoined, isInitials };
}
