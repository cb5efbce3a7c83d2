// Letters that have no decomposition in Unicode, as they are written without their stroke or ligature.
const LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};

/**
 * What two spellings of one name have in common: compatibility forms, case, accents, punctuation
 * and spaces do not count, and neither do the dots of initials nor apostrophes. Empty for a text
 * without letters and digits.
 */
export function nameKey(name: string): string {
  return name
    .toWellFormed()
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC")
    .replace(/[ßæœøłđðþı]/g, (letter) => LETTERS[letter]!)
    .replace(/[.'’‘ʼ`]/g, "")
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, " ")
    .trim();
}

// Whole words of a key. Longer titles stand before those that they begin with.
const OFFICES =
  "deputy prime minister|prime minister|foreign minister|defen[cs]e minister|finance minister|minister|" +
  "vice president|president elect|president designate|president|secretary general|secretary of state|secretary|" +
  "chancellor|premier|pm|potus|ambassador|senator|governor";
const ADDRESSES =
  "his excellency|her excellency|the|honourable|honorable|right honourable|rt hon|hon|" +
  "mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|lord|lady|king|queen|prince|princess|emperor|empress|" +
  "general|gen|admiral|adm|colonel|col|captain|capt|sen|gov|amb|former|then|ex";
// An office with what it is of, such as president of the republic, is no title before a name.
const NAME_FOLLOWS = "(?!of |for |and )";
const LEADING = new RegExp(`^(?:${OFFICES}|${ADDRESSES}) ${NAME_FOLLOWS}`);
const AFTER_OFFICE = new RegExp(`^.* (?:${OFFICES}) ${NAME_FOLLOWS}`);

/**
 * The key of a person's name without the titles before it, and without what stands before those:
 * "japanese prime minister fumio kishida" is "fumio kishida". A key without titles is left as it is.
 */
export function withoutTitles(key: string): string {
  let rest = key.replace(AFTER_OFFICE, "");
  while (LEADING.test(rest)) rest = rest.replace(LEADING, "");
  return rest;
}
