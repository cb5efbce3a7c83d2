/** A word, as far as it may be a letter of an abbreviation. */
interface Lettered {
  text: string;
  start: number;
  end: number;
  isUnspaced: boolean;
}

/** Makes one word of single letters with dots: U.K. is UK, and U. S. A. is USA. */
export function withAbbreviations<W extends Lettered>(words: readonly W[], text: string): W[] {
  const joined: W[] = [];
  /** What stands between the letters of the abbreviation that is read: initials after one are none of it. */
  let sign: string | null = null;
  for (const [index, word] of words.entries()) {
    const last = words[index - 1];
    const between = last === undefined ? null : signBetween(last, word, text);
    if (between !== null && between === (sign ?? between)) {
      const before = joined.at(-1)!;
      joined[joined.length - 1] = { ...before, text: before.text + word.text, end: word.end };
      sign = between;
    } else {
      joined.push(word);
      sign = null;
    }
  }
  return joined;
}

/** What stands between two letters with dots, of which the latter's may be left out where no space stands before it. */
function signBetween(one: Lettered, other: Lettered, text: string): string | null {
  if (!isLetter(one) || !isLetter(other)) return null;
  const between = text.slice(one.end, other.start);
  return between === "." || (between === ". " && text[other.end] === ".") ? between : null;
}

function isLetter({ text, isUnspaced }: Lettered): boolean {
  return !isUnspaced && /^\p{L}\p{M}*$/u.test(text);
}
