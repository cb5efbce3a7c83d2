/** The full-text indexes: of words, of pairs of characters, and the two that names are looked up in. */
export const textIndexes = ["entry_words", "entry_pairs", "name_terms", "name_triples"] as const;

export type TextIndex = (typeof textIndexes)[number];

/** Those with a row for each entry, and those with one for each name. */
export const entryIndexes = ["entry_words", "entry_pairs"] as const;
export const nameIndexes = ["name_terms", "name_triples"] as const;

/** Tables that tell of the indexes: no backup holds them, since they follow from the others. */
export const indexTables = ["stale_entries", "text_versions"] as const;
