import { foundTexts, readFoundTexts } from "../../drizzle/search/found-text.ts";
import { searchExpression } from "../../src/domain/text/search/search-query.ts";
import { searchTerms } from "../../src/domain/text/search/search-term.ts";
import { snippetOf } from "../../src/domain/text/search/snippet.ts";
import type { LoaderContext } from "./loaders.ts";

const TABLES = ["actors", "alliances", "articles", "statements"] as const;

const SQL = `with found as materialized (
  select rowid as id, bm25(entry_words, 10.0, 6.0, 1.0) as rank from entry_words where entry_words match ?1
)
select page.id, page.rank, (select min(rank) from found) as best, (select count(*) from found) as total, ${foundTexts("page.id")} as texts
from (select id, rank from found order by rank, id limit ?2) as page
order by page.rank, page.id`;

export async function search(
  _: unknown,
  { query, first = 20 }: { query: string; first?: number },
  { find }: LoaderContext,
) {
  const terms = searchTerms(query);
  const rows = await find(SQL, [searchExpression(terms)?.words ?? null, first + 1]);
  const edges = rows.slice(0, first).map(({ id, rank, best, texts }) => ({
    score: Math.round((1000 * Number(rank)) / Number(best)) / 1000,
    snippet: snippetOf(readFoundTexts(String(texts)), terms),
    table: TABLES[id % 16]!,
    id: Math.floor(id / 16),
  }));
  return {
    totalCount: rows[0]?.["total"] ?? 0,
    edges,
    pageInfo: { hasNextPage: rows.length > first, endCursor: null },
  };
}
