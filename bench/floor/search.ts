import { foundTexts, readFoundTexts } from "../../drizzle/search/found-text.ts";
import { searchExpression } from "../../src/domain/text/search/search-query.ts";
import { searchTerms } from "../../src/domain/text/search/search-term.ts";
import { snippetOf } from "../../src/domain/text/search/snippet.ts";
import { type Plan, typeOfActor, type Variables } from "./plan.ts";

/** Entries are numbered by what they are of. */
const NODE = `case page.id % 16
  when 0 then (select json_object('__typename', ${typeOfActor("actor")}, 'slug', slug, 'name', name) from actors as actor where id = page.id / 16)
  when 1 then (select json_object('__typename', 'Alliance', 'slug', slug, 'name', name, 'acronym', acronym) from alliances where id = page.id / 16)
  when 2 then (select json_object('__typename', 'Article', 'slug', slug, 'title', title) from articles where id = page.id / 16)
  when 3 then (select json_object('__typename', 'Statement', 'text', text, 'speaker',
    (select json_object('name', name) from actors where id = speaker_id)) from statements where id = page.id / 16)
  else json_object('__typename', 'Citation') end`;

const SQL = `with found as materialized (
  select rowid as id, bm25(entry_words, 10.0, 6.0, 1.0) as rank from entry_words where entry_words match ?1
), page as materialized (
  select id, rank from found order by rank, id limit 6
)
select (select count(*) from found), round(1000 * page.rank / (select min(rank) from found)) / 1000, ${foundTexts("page.id")}, ${NODE}
from page order by page.rank, page.id`;

type Row = [total: number, score: number, texts: string, node: string];

export function search({ query }: Variables): Plan {
  const terms = searchTerms(String(query));
  const write = (rows: unknown[][]) => {
    const edges = (rows as Row[])
      .slice(0, 5)
      .map(
        ([, score, texts, node]) =>
          `{"score":${score},"snippet":${JSON.stringify(snippetOf(readFoundTexts(texts), terms))},"node":${node}}`,
      );
    const total = Number(rows[0]?.[0] ?? 0);
    return `{"data":{"search":{"totalCount":${total},"edges":[${edges.join(",")}],"pageInfo":{"hasNextPage":${rows.length > 5}}}}}`;
  };
  return { sql: SQL, values: [searchExpression(terms)?.words ?? null], write };
}
