import { connect } from "../../drizzle/client/database.ts";
import { findText } from "../../drizzle/search/full-text.ts";
import { textIndexes } from "../../drizzle/search/index-name.ts";
import { searchExpression } from "../../src/domain/text/search/search-query.ts";
import { searchTerms } from "../../src/domain/text/search/search-term.ts";

/** The slugs of the actors that a search finds in a database at hand, sorted. */
export async function actorsFound(d1: D1Database, typed: string): Promise<string[]> {
  const expression = searchExpression(searchTerms(typed))!;
  const page = { size: 1000, backward: false, after: null, before: null };
  const found = await findText(connect(d1), { expression, kinds: ["ACTOR"], withTexts: false }, page);
  const ids = JSON.stringify(found.map(({ id }) => id / 16));
  const { results } = await d1
    .prepare("SELECT slug FROM actors WHERE id IN (SELECT value FROM json_each(?)) ORDER BY slug")
    .bind(ids)
    .all<{ slug: string }>();
  return results.map(({ slug }) => slug);
}

/** Every word of every full-text index, with its row, column and place. */
export async function wordsIn(d1: D1Database): Promise<unknown[]> {
  const words: unknown[] = [];
  for (const index of textIndexes) {
    const [, seen] = await d1.batch([
      d1.prepare(`CREATE VIRTUAL TABLE seen_words USING fts5vocab('${index}', 'instance')`),
      d1.prepare("SELECT * FROM seen_words ORDER BY term, doc, col, offset"),
      d1.prepare("DROP TABLE seen_words"),
    ]);
    words.push(seen!.results);
  }
  return words;
}
