import { env } from "cloudflare:workers";
import { markAll, mendPage } from "../../drizzle/search/mend.ts";
import { type TextIndex, textIndexes } from "../../drizzle/search/index-name.ts";

/** Every word of every full-text index, with its row, column and place. */
export type IndexState = Record<TextIndex, unknown[]>;

export async function indexState(): Promise<IndexState> {
  const words = await env.DB.batch(
    textIndexes.flatMap((index) => [
      env.DB.prepare(`CREATE VIRTUAL TABLE seen_words USING fts5vocab('${index}', 'instance')`),
      env.DB.prepare("SELECT * FROM seen_words ORDER BY term, doc, col, offset"),
      env.DB.prepare("DROP TABLE seen_words"),
    ]),
  );
  return Object.fromEntries(textIndexes.map((index, place) => [index, words[3 * place + 1]!.results])) as IndexState;
}

/** What the indexes hold once all entries are folded anew. */
export async function mendedState(): Promise<IndexState> {
  await markAll(env.DB);
  while ((await mendPage(env.DB)) > 0);
  return indexState();
}

/** How many entries are stale. */
export async function staleCount(): Promise<number> {
  return (await env.DB.prepare("SELECT count(*) AS stale FROM stale_entries").first<number>("stale"))!;
}
