select "d0"."id" as "id", "d0"."title" as "title" from "events" as "d0" where "d0"."id" in (select value from json_each(?1));

select "d0"."id" as "id", "d0"."type" as "type", "d0"."slug" as "slug" from "actors" as "d0" where (("d0"."id" in (select value from json_each(?1))) and (+"d0"."type" = ?2));

select "d0"."id" as "id", "d0"."form" as "form" from "statements" as "d0" where "d0"."id" in (select value from json_each(?1));

select "d0"."id" as "id", "d0"."slug" as "slug" from "alliances" as "d0" where "d0"."id" in (select value from json_each(?1));

select "d0"."type" as "type", "d0"."id" as "id", "d0"."slug" as "slug" from "actors" as "d0" where "d0"."id" = coalesce((select id from actors where id = ?1 and type = ?2), (select actor_id from redirects where former = ?1)) limit 1;

select "d0"."id" as "id", "d0"."slug" as "slug" from "alliances" as "d0" where "d0"."id" = ?1 limit 1;

select "d0"."id" as "id", "d0"."slug" as "slug" from "articles" as "d0" where "d0"."id" = ?1 limit 1;

select "d0"."id" as "id", "d0"."form" as "form", "d0"."text" as "text", "d0"."language" as "language", "d0"."said_on" as "saidOn", (select json_object('type', "d1"."type", 'name', "d1"."name", 'id', "d1"."id") from "actors" as "d1" where "d0"."speaker_id" = "d1"."id") as "speaker", (select json_object('title', "d1"."title", 'id', "d1"."id") from "offices" as "d1" where "d0"."capacity_id" = "d1"."id") as "capacity", (select json_object('type', "d1"."type", 'name', "d1"."name", 'id', "d1"."id") from "actors" as "d1" where "d0"."relayed_by_id" = "d1"."id") as "relayedBy", (select json_group_array(row) from (select jsonb_object('stance', "d1"."stance", 'id', "d1"."id", 'actor', (select jsonb_object('type', "d2"."type", 'id', "d2"."id") from "actors" as "d2" where "d1"."actor_id" = "d2"."id"), 'alliance', (select jsonb_object('slug', "d2"."slug", 'id', "d2"."id") from "alliances" as "d2" where "d1"."alliance_id" = "d2"."id")) as row from "statement_targets" as "d1" where "d0"."id" = "d1"."statement_id" order by "d1"."id" asc limit 50)) as "targets", (select json_object('title', "d1"."title", 'id', "d1"."id") from "events" as "d1" where "d0"."event_id" = "d1"."id") as "event", (select json_object('slug', "d1"."slug", 'id', "d1"."id") from "articles" as "d1" where "d0"."article_id" = "d1"."id") as "article", (select json_group_array(row) from (select jsonb_object('exact', "d1"."exact", 'prefix', "d1"."prefix", 'suffix', "d1"."suffix", 'start', "d1"."start", 'id', "d1"."id") as row from "citations" as "d1" where "d0"."id" = "d1"."statement_id" order by "d1"."id" asc limit 50)) as "citations" from "statements" as "d0" where "d0"."id" = ?1 limit 1;

select
        coalesce((select max(number) from revisions), 0) as revision,
        (select at from revisions order by number desc limit 1) as revisedAt,
        coalesce((select count from row_counts where name = ?1), 0) as "actors", coalesce((select count from row_counts where name = ?2), 0) as "alliances", coalesce((select count from row_counts where name = ?3), 0) as "articles", coalesce((select count from row_counts where name = ?4), 0) as "statements",
        coalesce((select count from row_counts where name = ?5), 0) as "memberships", coalesce((select count from row_counts where name = ?6), 0) as "events", coalesce((select count from row_counts where name = ?7), 0) as "citations";
