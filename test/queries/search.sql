with "search_entries" as (with found as materialized (select rowid as id, bm25(search_index, 10.0, 6.0, 1.0) as rank from search_index where search_index match ?1),
page as materialized (select id, rank from found where true order by rank asc, id asc limit 6)
select page.id, iif(page.id % 4 = 0, page.id / 4, null) as actor_id,
  iif(page.id % 4 = 1, page.id / 4, null) as alliance_id,
  iif(page.id % 4 = 2, page.id / 4, null) as article_id,
  iif(page.id % 4 = 3, page.id / 4, null) as statement_id, page.rank, (select min(rank) from found) as best, (select count(*) from found) as total, snippet(search_index, -1, char(2), char(3), '…', 32) as marked
from page cross join search_index
where search_index match ?1 and search_index.rowid = page.id
order by page.rank asc, page.id asc)
select json_array("d0"."id", (rank), (best), (total), (marked), (select jsonb_array("d1"."id", "d1"."type", "d1"."slug", "d1"."name") from "actors" as "d1" where "d0"."actor_id" = "d1"."id"), (select jsonb_array("d1"."id", "d1"."slug", "d1"."name", "d1"."acronym") from "alliances" as "d1" where "d0"."alliance_id" = "d1"."id"), (select jsonb_array("d1"."id", "d1"."slug", "d1"."title") from "articles" as "d1" where "d0"."article_id" = "d1"."id"), (select jsonb_array("d1"."id", "d1"."text", (select jsonb_array("d2"."type", "d2"."name", "d2"."id") from "actors" as "d2" where "d1"."speaker_id" = "d2"."id")) from "statements" as "d1" where "d0"."statement_id" = "d1"."id")) as row from "search_entries" as "d0" order by rank asc, id asc;
