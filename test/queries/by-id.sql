select json_array("d0"."id", "d0"."title") as row from "events" as "d0" where "d0"."id" = ?1;

select json_array("d0"."id", "d0"."type", "d0"."slug") as row from "actors" as "d0" where (("d0"."id" = ?1) and (+"d0"."type" = ?2));

select json_array("d0"."id", "d0"."form") as row from "statements" as "d0" where "d0"."id" = ?1;

select json_array("d0"."id", "d0"."slug") as row from "alliances" as "d0" where "d0"."id" = ?1;

select json_array("d0"."type", "d0"."id", "d0"."slug") as row from "actors" as "d0" where "d0"."id" = coalesce((select id from actors where id = ?1 and type = ?2), (select actor_id from redirects where former = ?1)) limit 1;

select json_array("d0"."id", "d0"."slug") as row from "alliances" as "d0" where "d0"."id" = ?1 limit 1;

select json_array("d0"."id", "d0"."slug") as row from "articles" as "d0" where "d0"."id" = ?1 limit 1;

select json_array("d0"."id", "d0"."form", "d0"."text", "d0"."language", "d0"."said_on", (select jsonb_array("d1"."type", "d1"."name", "d1"."id") from "actors" as "d1" where "d0"."speaker_id" = "d1"."id"), (select jsonb_array("d1"."title", "d1"."id") from "offices" as "d1" where "d0"."capacity_id" = "d1"."id"), (select jsonb_array("d1"."type", "d1"."name", "d1"."id") from "actors" as "d1" where "d0"."relayed_by_id" = "d1"."id"), (select jsonb_group_array(row) from (select jsonb_array("d1"."stance", "d1"."id", (select jsonb_array("d2"."type", "d2"."id") from "actors" as "d2" where "d1"."actor_id" = "d2"."id"), (select jsonb_array("d2"."slug", "d2"."id") from "alliances" as "d2" where "d1"."alliance_id" = "d2"."id")) as row from "statement_targets" as "d1" where "d0"."id" = "d1"."statement_id" order by "d1"."id" asc limit 50)), (select jsonb_array("d1"."title", "d1"."id") from "events" as "d1" where "d0"."event_id" = "d1"."id"), (select jsonb_array("d1"."slug", "d1"."id") from "articles" as "d1" where "d0"."article_id" = "d1"."id"), (select jsonb_group_array(row) from (select jsonb_array("d1"."exact", "d1"."prefix", "d1"."suffix", "d1"."start", "d1"."id") as row from "citations" as "d1" where "d0"."id" = "d1"."statement_id" order by "d1"."id" asc limit 50))) as row from "statements" as "d0" where "d0"."id" = ?1 limit 1;

select
        coalesce((select max(number) from revisions), 0) as revision,
        (select lineage from lineages) as lineage,
        (select at from revisions order by number desc limit 1) as revisedAt,
        coalesce((select count from row_counts where name = ?1), 0) as "actors", coalesce((select count from row_counts where name = ?2), 0) as "alliances", coalesce((select count from row_counts where name = ?3), 0) as "articles", coalesce((select count from row_counts where name = ?4), 0) as "statements",
        coalesce((select count from row_counts where name = ?5), 0) as "memberships", coalesce((select count from row_counts where name = ?6), 0) as "events", coalesce((select count from row_counts where name = ?7), 0) as "citations";
