with found as materialized (select rowid as id, bm25(search_index, 10.0, 6.0, 1.0) as rank from search_index where search_index match ?1),
page as materialized (select id, rank from found where true order by rank asc, id asc limit 6)
select page.id, page.rank, (select min(rank) from found) as best, (select count(*) from found) as total, snippet(search_index, -1, char(2), char(3), '…', 32) as marked
from page cross join search_index
where search_index match ?1 and search_index.rowid = page.id
order by page.rank asc, page.id asc;

select "d0"."id" as "id", (select json_object('id', "id", 'type', "type", 'slug', "slug", 'name', "name") as "r" from (select "d1"."id" as "id", "d1"."type" as "type", "d1"."slug" as "slug", "d1"."name" as "name" from "actors" as "d1" where "d0"."actor_id" = "d1"."id" limit 1) as "t") as "actor", (select json_object('id', "id", 'slug', "slug", 'name', "name", 'acronym', "acronym") as "r" from (select "d1"."id" as "id", "d1"."slug" as "slug", "d1"."name" as "name", "d1"."acronym" as "acronym" from "alliances" as "d1" where "d0"."alliance_id" = "d1"."id" limit 1) as "t") as "alliance", (select json_object('id', "id", 'slug', "slug", 'title', "title") as "r" from (select "d1"."id" as "id", "d1"."slug" as "slug", "d1"."title" as "title" from "articles" as "d1" where "d0"."article_id" = "d1"."id" limit 1) as "t") as "article" from "search_entries" as "d0" where "d0"."id" in (select value from json_each(?1));
