with ends as materialized (select coalesce((select id from actors where slug = ?1), (select actor_id from redirects where slug = ?1)) as origin, coalesce((select id from actors where slug = ?2), (select actor_id from redirects where slug = ?2)) as actor, (select id from alliances where slug = ?2) as alliance),
said as (
  select statements.id, statements.said_on, statements.said_earliest, statements.said_latest, target.stance,
    case when statements.said_on is null or statements.said_on = '..' then null
      when substr(statements.said_earliest, 1, ?3) = substr(statements.said_latest, 1, ?3)
        then substr(statements.said_earliest, 1, ?3)
      else statements.said_on end as period
  from ends
  cross join actors as speaker on speaker.id = ends.origin or speaker.country_id = ends.origin
  cross join statement_targets as target
    on (target.actor_id = ends.actor and target.speaker_id = speaker.id) or (target.alliance_id = ends.alliance and target.speaker_id = speaker.id)
  join statements on statements.id = target.statement_id
),
placed as (
  select *, dense_rank() over (partition by period order by said_earliest, id) as place,
    row_number() over (partition by id order by stance) > 1 as repeated
  from said
),
shown as (
  select id, row_number() over (order by place, said_earliest, id) as turn
  from placed where place <= ?4 and not repeated
)
select period, count(distinct case when stance = ?5 then id end) as supportive, count(distinct case when stance = ?6 then id end) as critical, count(distinct case when stance = ?7 then id end) as neutral,
  count(distinct id) as total,
  json_group_array(id order by place) filter (where not repeated and id in (select id from shown where turn <= ?8)) as statements
from placed group by period
order by period is not null, min(said_earliest), min(said_latest), period
limit 1000;

select "row", null as missing from (select json_array("d0"."said_on", "d0"."form", "d0"."text", "d0"."id", (select jsonb_array("d1"."type", "d1"."name", "d1"."id") from "actors" as "d1" where "d0"."speaker_id" = "d1"."id"), (select jsonb_group_array(row) from (select jsonb_array("d1"."stance", "d1"."id", (select jsonb_array("d2"."type", "d2"."name", "d2"."id") from "actors" as "d2" where "d1"."actor_id" = "d2"."id"), (select jsonb_array("d2"."slug", "d2"."id") from "alliances" as "d2" where "d1"."alliance_id" = "d2"."id")) as row from "statement_targets" as "d1" where "d0"."id" = "d1"."statement_id" order by "d1"."id" asc limit 50)), (select jsonb_group_array(row) from (select jsonb_array("d1"."id", (select jsonb_array("d2"."title", "d2"."id") from "articles" as "d2" where "d1"."article_id" = "d2"."id")) as row from "citations" as "d1" where "d0"."id" = "d1"."statement_id" order by "d1"."id" asc limit 50))) as row from "statements" as "d0" where "d0"."id" in (select value from json_each(?1)))
union all select null, asked.key as missing from json_each(?2) as asked where not case asked.value ->> 0 when 'actors.slug' then exists (select 1 from actors where slug = asked.value ->> 1) or exists (select 1 from redirects where slug = asked.value ->> 1) when 'alliances.slug' then exists (select 1 from alliances where slug = asked.value ->> 1) end;
