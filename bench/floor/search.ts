import { searchExpression } from "../../src/domain/text/search-query.ts";
import { listOf, type Plan, truth, typeOfActor, type Variables } from "./plan.ts";

/** The stretches between the marks of `marked`, as places in the text without them. */
const RANGES = `(select jsonb_group_array(jsonb_object('start', start, 'length', length)) from (
  with recursive stretch (number, start, length, rest, at) as (
    select 0, 0, 0, marked, 0
    union all
    select number + 1, at + instr(rest, char(2)) - 1, instr(rest, char(3)) - instr(rest, char(2)) - 1,
      substr(rest, instr(rest, char(3)) + 1), at + instr(rest, char(3)) - 2
    from stretch where instr(rest, char(2)) > 0
  )
  select start, length from stretch where number > 0 order by number))`;

/** The rows of the index are numbered by what they are of. */
const NODE = `case hit.id % 4
  when 0 then (select jsonb_object('__typename', ${typeOfActor("actor")}, 'slug', slug, 'name', name) from actors as actor where id = hit.id / 4)
  when 1 then (select jsonb_object('__typename', 'Alliance', 'slug', slug, 'name', name, 'acronym', acronym) from alliances where id = hit.id / 4)
  when 2 then (select jsonb_object('__typename', 'Article', 'slug', slug, 'title', title) from articles where id = hit.id / 4)
  else (select jsonb_object('__typename', 'Statement', 'text', text, 'speaker',
    (select jsonb_object('name', name) from actors where id = speaker_id)) from statements where id = hit.id / 4) end`;

const SQL = `with found as materialized (
  select rowid as id, bm25(search_index, 10.0, 6.0, 1.0) as rank from search_index where search_index match ?1
), page as materialized (
  select id, rank from found order by rank, id limit 6
), hit as materialized (
  select page.id, page.rank, snippet(search_index, -1, char(2), char(3), '…', 32) as marked
  from page cross join search_index where search_index match ?1 and search_index.rowid = page.id
  order by page.rank, page.id limit 5
)
select json_object('data', jsonb_object('search', jsonb_object(
  'totalCount', (select count(*) from found),
  'edges', ${listOf(`select jsonb_object(
      'score', round(1000 * hit.rank / (select min(rank) from found)) / 1000,
      'snippet', jsonb_object('text', replace(replace(marked, char(2), ''), char(3), ''), 'ranges', ${RANGES}),
      'node', ${NODE}) as node
    from hit order by hit.rank, hit.id`)},
  'pageInfo', jsonb_object('hasNextPage', ${truth("(select count(*) from page) > 5")}))))`;

export const search = ({ query }: Variables): Plan => ({ sql: SQL, values: [searchExpression(String(query))] });
