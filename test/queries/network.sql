select actor, "actorType", "actorName", alliance, "allianceName", membership, role, certainty from (with hubs as materialized (select alliances.id, alliances.name, (select "alliance_statuses"."id"
    from "alliance_statuses"
    where "alliance_statuses"."alliance_id" = alliances.id
      and "alliance_statuses"."code" in (select value from json_each(?1))
      and "alliance_statuses"."from_earliest" <= ?2 and ?2 < "alliance_statuses"."to_latest"
      and "alliance_statuses"."decides" = 1
    order by ("alliance_statuses"."from_latest" <= ?2 and ?2 < "alliance_statuses"."to_earliest") desc, "alliance_statuses"."from_earliest" desc, "alliance_statuses"."id"
    limit 1) as status_id from alliances where alliances.kind in (select value from json_each(?3)))
select actors.id as actor, actors.type as "actorType", actors.name as "actorName",
  hubs.id as alliance, hubs.name as "allianceName",
  "memberships"."id" as membership, "alliance_statuses"."id" as "allianceStatus", "memberships"."role" as role,
  case when "memberships"."from_latest" <= ?2 and ?2 < "memberships"."to_earliest" and ?2 <= coalesce(min("memberships"."attested_until", (select substr(at, 1, 10) from revisions order by number desc limit 1)), '9999-12-31') and "alliance_statuses"."from_latest" <= ?2 and ?2 < "alliance_statuses"."to_earliest" and ?2 <= coalesce(min("alliance_statuses"."attested_until", (select substr(at, 1, 10) from revisions order by number desc limit 1)), '9999-12-31') then 'CERTAIN' else 'POSSIBLE' end as certainty
from hubs
join "alliance_statuses" on "alliance_statuses"."id" = hubs.status_id
join "memberships" on "memberships"."alliance_id" = hubs.id
join actors on actors.id = "memberships"."actor_id"
where "memberships"."role" in ('MEMBER', 'CONTRIBUTING_PARTICIPANT') and "memberships"."from_earliest" <= ?2 and ?2 < "memberships"."to_latest" and "memberships"."decides" = 1
order by hubs.name, hubs.id, actors.name, actors.id, certainty, "memberships"."id") limit 20001;
