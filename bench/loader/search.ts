import { readMarks } from "../../src/domain/text/marked-text.ts";
import { searchExpression } from "../../src/domain/text/search-query.ts";
import type { LoaderContext } from "./loaders.ts";

const TABLES = ["actors", "alliances", "articles", "statements"] as const;

const SQL = `with found as materialized (
  select rowid as id, bm25(search_index, 10.0, 6.0, 1.0) as rank from search_index where search_index match ?1
)
select page.id, page.rank, (select min(rank) from found) as best, (select count(*) from found) as total,
  snippet(search_index, -1, char(2), char(3), '…', 32) as marked
from (select id, rank from found order by rank, id limit ?2) as page cross join search_index
where search_index match ?1 and search_index.rowid = page.id
order by page.rank, page.id`;

export async function search(
  _: unknown,
  { query, first = 20 }: { query: string; first?: number },
  { find }: LoaderContext,
) {
  const rows = await find(SQL, [searchExpression(query), first + 1]);
  const edges = rows.slice(0, first).map(({ id, rank, best, marked }) => ({
    score: Math.round((1000 * Number(rank)) / Number(best)) / 1000,
    snippet: readMarks(String(marked), ["\u0002", "\u0003"]),
    table: TABLES[id % 4]!,
    id: Math.floor(id / 4),
  }));
  return {
    totalCount: rows[0]?.["total"] ?? 0,
    edges,
    pageInfo: { hasNextPage: rows.length > first, endCursor: null },
  };
}
