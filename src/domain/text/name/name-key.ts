import { type NamePart, partsOf } from "./name-part.ts";

/**
 * What two spellings of one name have in common: case, accents, punctuation and invisible characters do not count, nor what
 * stands between initials, between a letter and its number, and between words of a script that needs no spaces. Empty for a
 * text without letters and digits.
 */
export function nameKey(name: string): string {
  return keyOf(partsOf(name));
}

/** The key of a name that has these parts. */
export function keyOf(parts: readonly NamePart[]): string {
  return joined(parts, (last, part) => (last.isInitials && part.isInitials) || isNumbered(last, part));
}

/** The key with each initial as a word of its own: one may stand for a whole given name. */
export function spelledOut(parts: readonly NamePart[]): string {
  const letters = parts.flatMap((part) =>
    part.isInitials ? Array.from(part.text.matchAll(/\P{M}\p{M}*/gu), ([text]) => ({ ...part, text })) : [part],
  );
  return joined(letters, () => false);
}

function joined(parts: readonly NamePart[], areOne: (last: NamePart, part: NamePart) => boolean): string {
  let key = "";
  let last: NamePart | undefined;
  for (const part of parts) {
    const isOne = last !== undefined && ((part.isUnspaced && last.isUnspaced && part.isJoined) || areOne(last, part));
    key += last === undefined || isOne ? part.text : ` ${part.text}`;
    last = part;
  }
  return key;
}

// G-20 is G20, and Article V 5 is no name.
function isNumbered(last: NamePart, part: NamePart): boolean {
  return last.isInitials && last.text.length === 1 && /^\d+$/.test(part.text);
}
