select ends.origin, ends.target, ties.*
      from (select coalesce((select id from actors where slug = ?1), (select actor_id from redirects where slug = ?1)) as origin, coalesce((select id from actors where slug = ?2), (select actor_id from redirects where slug = ?2)) as target) as ends
      left join (select * from (with hubs as materialized (select alliances.id, alliances.name, (select "alliance_statuses"."id"
    from "alliance_statuses"
    where "alliance_statuses"."alliance_id" = alliances.id
      and "alliance_statuses"."code" in (select value from json_each(?3))
      and "alliance_statuses"."from_earliest" <= ?4 and ?4 < "alliance_statuses"."to_latest"
      and ("alliance_statuses"."rank" = 'PREFERRED' or ("alliance_statuses"."rank" = 'NORMAL' and not exists (select 1 from alliance_statuses as better where better.rank = 'PREFERRED' and better.alliance_id = "alliance_statuses"."alliance_id" and better.code = "alliance_statuses"."code" and better.from_earliest < "alliance_statuses"."to_latest" and "alliance_statuses"."from_earliest" < better.to_latest)))
    order by ("alliance_statuses"."from_latest" <= ?4 and ?4 < "alliance_statuses"."to_earliest") desc, "alliance_statuses"."from_earliest" desc, "alliance_statuses"."id"
    limit 1) as status_id from alliances where true)
select actors.id as actor, actors.type as "actorType", actors.name as "actorName",
  hubs.id as alliance, hubs.name as "allianceName",
  "memberships"."id" as membership, "alliance_statuses"."id" as "allianceStatus", "memberships"."role" as role,
  case when "memberships"."from_latest" <= ?4 and ?4 < "memberships"."to_earliest" and "alliance_statuses"."from_latest" <= ?4 and ?4 < "alliance_statuses"."to_earliest" then 'CERTAIN' else 'POSSIBLE' end as certainty
from hubs
join "alliance_statuses" on "alliance_statuses"."id" = hubs.status_id
join "memberships" on "memberships"."alliance_id" = hubs.id
join actors on actors.id = "memberships"."actor_id"
where "memberships"."role" in ('MEMBER', 'CONTRIBUTING_PARTICIPANT') and "memberships"."from_earliest" <= ?4 and ?4 < "memberships"."to_latest" and ("memberships"."rank" = 'PREFERRED' or ("memberships"."rank" = 'NORMAL' and not exists (select 1 from memberships as better where better.rank = 'PREFERRED' and better.actor_id = "memberships"."actor_id" and better.alliance_id = "memberships"."alliance_id" and better.role = "memberships"."role" and better.from_earliest < "memberships"."to_latest" and "memberships"."from_earliest" < better.to_latest)))
order by hubs.name, hubs.id, actors.name, actors.id, certainty, "memberships"."id") limit 20001) as ties;

select json_array("d0"."actor_membership_id", "d0"."partner_membership_id", "d0"."alliance_status_id", "d0"."status", "d0"."from_earliest", "d0"."from_latest", "d0"."to_earliest", "d0"."to_latest", "d0"."from_edtf", "d0"."to_edtf", (?1), (select jsonb_array("d1"."type", "d1"."name", "d1"."id") from "actors" as "d1" where "d0"."actor_id" = "d1"."id"), (select jsonb_array("d1"."type", "d1"."name", "d1"."id") from "actors" as "d1" where "d0"."partner_id" = "d1"."id"), (select jsonb_array("d1"."name", "d1"."kind", "d1"."id") from "alliances" as "d1" where "d0"."alliance_id" = "d1"."id"), (select jsonb_group_array(row) from (select jsonb_array("d1"."article_id", "d1"."exact", "d1"."start", "d1"."id", (select jsonb_array("d2"."title", "d2"."id") from "articles" as "d2" where "d1"."article_id" = "d2"."id")) as row from "citations" as "d1" where "d0"."alliance_status_id" = "d1"."alliance_status_id" order by "d1"."id" asc limit 50)), (select jsonb_group_array(row) from (select jsonb_array("d1"."article_id", "d1"."exact", "d1"."start", "d1"."id", (select jsonb_array("d2"."title", "d2"."id") from "articles" as "d2" where "d1"."article_id" = "d2"."id")) as row from "citations" as "d1" where "d0"."actor_membership_id" = "d1"."membership_id" order by "d1"."id" asc limit 50)), (select jsonb_group_array(row) from (select jsonb_array("d1"."article_id", "d1"."exact", "d1"."start", "d1"."id", (select jsonb_array("d2"."title", "d2"."id") from "articles" as "d2" where "d1"."article_id" = "d2"."id")) as row from "citations" as "d1" where "d0"."partner_membership_id" = "d1"."membership_id" order by "d1"."id" asc limit 50))) as row from "partnerships" as "d0" where "d0"."actor_membership_id" in (select value ->> 0 from json_each(?2))
      and ("d0"."actor_membership_id", "d0"."partner_membership_id", "d0"."alliance_status_id")
        in (select value ->> 0, value ->> 1, value ->> 2 from json_each(?2));
