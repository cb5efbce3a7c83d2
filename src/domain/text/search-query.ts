/** The longest text, in characters, that is searched for. */
export const LONGEST_QUERY = 200;

/** Whether a text is longer than what is searched for. */
export function isTooLong(text: string): boolean {
  return text.length > LONGEST_QUERY && [...text].length > LONGEST_QUERY;
}

// What SQLite's unicode61 tokenizer makes words of; all else parts them.
const WORD = /[\p{L}\p{N}\p{Co}]/u;

/**
 * The FTS5 expression for what a user typed: every word must be there, the last at least as the
 * beginning of one. Each word is a string of FTS5's in quotes, so that nothing typed is an
 * operator. Null where there is no word.
 */
export function searchExpression(typed: string): string | null {
  const words = typed
    .toWellFormed()
    .normalize("NFC")
    .split(/[\s\0]+/)
    .filter((word) => WORD.test(word));
  return words.length === 0 ? null : `${words.map(quoted).join(" AND ")} *`;
}

/** The FTS5 expression for any of the texts as a phrase. Null where none has a word. */
export function phraseExpression(texts: readonly string[]): string | null {
  const phrases = new Set(
    texts.map((text) => text.toWellFormed().replaceAll("\0", " ")).filter((text) => WORD.test(text)),
  );
  return phrases.size === 0 ? null : [...phrases].map(quoted).join(" OR ");
}

// Enough to find a long name by; more make SQLite's expression needlessly deep.
const MOST_TRIGRAMS = 60;

/** The FTS5 expression for any three characters in a row of the texts. Null where all are shorter. */
export function trigramExpression(texts: readonly string[]): string | null {
  const trigrams = new Set<string>();
  for (const text of texts) {
    const characters = [...text];
    for (let at = 0; at + 3 <= characters.length; at++) trigrams.add(characters.slice(at, at + 3).join(""));
  }
  return trigrams.size === 0 ? null : [...trigrams].slice(0, MOST_TRIGRAMS).map(quoted).join(" OR ");
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
