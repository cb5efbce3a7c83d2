with hubs as materialized (select alliances.id, alliances.name from alliances where alliances.kind in (select value from json_each(?1)) and alliances.id in (select "memberships"."alliance_id" from "memberships" where "memberships"."actor_id" = coalesce((select id from actors where slug = ?2), (select actor_id from redirects where slug = ?2)) and "memberships"."role" in ('MEMBER', 'CONTRIBUTING_PARTICIPANT') and "memberships"."from_earliest" < ?3 and ?4 < "memberships"."to_latest" and "memberships"."decides" = 1)),
counted as materialized (select count(*) as ties from (select 1 from hubs cross join "memberships" on "memberships"."alliance_id" = hubs.id limit 50001))
select 'COUNT' as sort, ties as id, null as name, null as "actorType", null as statuses, null as memberships from counted
union all select 'FOCUS', coalesce((select id from actors where slug = ?2), (select actor_id from redirects where slug = ?2)), null, null, null, null
union all select 'READ', null, (select substr(at, 1, 10) from revisions order by number desc limit 1), null, null, null
union all select * from (select 'ALLIANCE', hubs.id, hubs.name, null,
  (select json_group_array(json_array("alliance_statuses"."id", "alliance_statuses"."from_earliest", "alliance_statuses"."from_latest", "alliance_statuses"."to_earliest", "alliance_statuses"."to_latest", "alliance_statuses"."attested_until"))
    from "alliance_statuses" where "alliance_statuses"."alliance_id" = hubs.id and "alliance_statuses"."code" in (select value from json_each(?5)) and "alliance_statuses"."from_earliest" < ?3 and ?4 < "alliance_statuses"."to_latest" and "alliance_statuses"."decides" = 1),
  (select json_group_array(json_array("memberships"."id", "memberships"."actor_id", "memberships"."role", "memberships"."from_earliest", "memberships"."from_latest", "memberships"."to_earliest", "memberships"."to_latest", "memberships"."attested_until"))
    from "memberships" where "memberships"."alliance_id" = hubs.id and "memberships"."role" in ('MEMBER', 'CONTRIBUTING_PARTICIPANT') and "memberships"."from_earliest" < ?3 and ?4 < "memberships"."to_latest" and "memberships"."decides" = 1)
from hubs where (select ties from counted) <= ?6
order by hubs.name, hubs.id)
union all select * from (select 'ACTOR', actors.id, actors.name, actors.type, null, null
from actors where (select ties from counted) <= ?6
  and exists (select 1 from "memberships" where "memberships"."actor_id" = actors.id and "memberships"."role" in ('MEMBER', 'CONTRIBUTING_PARTICIPANT') and "memberships"."from_earliest" < ?3 and ?4 < "memberships"."to_latest" and "memberships"."decides" = 1)
order by actors.name, actors.id);

select asked.key as missing from json_each(?1) as asked where not case asked.value ->> 0 when 'actors.slug' then exists (select 1 from actors where slug = asked.value ->> 1) or exists (select 1 from redirects where slug = asked.value ->> 1) end;
