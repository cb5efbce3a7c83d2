import type { TextIndex } from "./index-name.ts";

/**
 * What each index is made of. None keeps texts, which their tables have. The tokenizer takes for words what stands between
 * spaces: texts come folded, and what a word is has been decided: docs/decisions/0030-folded-text.md.
 */
const options: Readonly<Record<TextIndex, string>> = {
  entry_words: "name, aliases, text, tokenize = 'ascii', prefix = '1 2 3'",
  entry_pairs: "name, aliases, text, tokenize = 'ascii'",
  name_terms: "name, tokenize = 'ascii'",
  name_triples: "name, tokenize = 'trigram case_sensitive 1'",
};

/** SQL that makes the indexes that are not there. */
export const creatingIndexes = Object.entries(options).map(
  ([index, own]) =>
    `CREATE VIRTUAL TABLE IF NOT EXISTS ${index} USING fts5(${own}, content = '', contentless_delete = 1)`,
);
