import type { D1Client } from "../client/d1-client.ts";

/**
 * SQL: makes one piece of each full-text index, of the many that writing leaves behind. After many rows were written, a
 * search takes half the time then: https://www.sqlite.org/fts5.html, "The 'optimize' Command".
 */
export const mergingTextIndexes = ["search_index", "name_words", "name_trigrams"].map(
  (index) => `INSERT INTO ${index} (${index}) VALUES ('optimize')`,
);

export async function mergeTextIndexes(d1: D1Client): Promise<void> {
  await d1.batch(mergingTextIndexes.map((text) => d1.prepare(text)));
}
