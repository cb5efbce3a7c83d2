with hubs as materialized (select alliances.id, alliances.name, (select "alliance_statuses"."id"
    from "alliance_statuses"
    where "alliance_statuses"."alliance_id" = alliances.id
      and "alliance_statuses"."code" in (select value from json_each(?1))
      and "alliance_statuses"."from_earliest" <= ?2 and ?2 < "alliance_statuses"."to_latest"
      and "alliance_statuses"."decides" = 1
    order by ("alliance_statuses"."from_latest" <= ?2 and ?2 < "alliance_statuses"."to_earliest") desc, "alliance_statuses"."from_earliest" desc, "alliance_statuses"."id"
    limit 1) as status_id from alliances where alliances.kind in (select value from json_each(?3)))
select * from (select 'ALLIANCE' as sort, hubs.id as id, hubs.name as name, null as "actorType",
  "alliance_statuses"."id" as "allianceStatus", ("alliance_statuses"."from_latest" <= ?2 and ?2 < "alliance_statuses"."to_earliest" and ?2 <= coalesce(min("alliance_statuses"."attested_until", (select substr(at, 1, 10) from revisions order by number desc limit 1)), '9999-12-31')) as "statusIsSure",
  (select json_group_array(json_array("memberships"."actor_id", "memberships"."id", "memberships"."role", "memberships"."from_latest" <= ?2 and ?2 < "memberships"."to_earliest" and ?2 <= coalesce(min("memberships"."attested_until", (select substr(at, 1, 10) from revisions order by number desc limit 1)), '9999-12-31')))
    from "memberships" where "memberships"."alliance_id" = hubs.id and "memberships"."role" in ('MEMBER', 'CONTRIBUTING_PARTICIPANT') and "memberships"."from_earliest" <= ?2 and ?2 < "memberships"."to_latest" and "memberships"."decides" = 1) as ties
from hubs cross join "alliance_statuses" on "alliance_statuses"."id" = hubs.status_id
order by hubs.name, hubs.id)
union all select * from (select 'ACTOR', actors.id, actors.name, actors.type, null, null, null
from actors where exists (select 1 from "memberships" where "memberships"."actor_id" = actors.id and "memberships"."role" in ('MEMBER', 'CONTRIBUTING_PARTICIPANT') and "memberships"."from_earliest" <= ?2 and ?2 < "memberships"."to_latest" and "memberships"."decides" = 1)
order by actors.name, actors.id);
