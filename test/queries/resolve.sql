with found(id) as materialized (select * from (
  select rowid from name_terms where name_terms match ?1 order by rank limit 60
) union select * from (
  select rowid from name_triples where name_triples match ?2 order by rank limit 100
))
select found.id % 4 as place,
  coalesce(alias.name, iif(found.id % 4 in (2), named.acronym, named.name), bearer.name) as matched,
  actor.id as "actorId", actor.type as "actorType", actor.name as "actorName",
  alliance.id as "allianceId", alliance.name as "allianceName", bearer.id is not null as "isActors"
from found
left join aliases as alias on alias.id = iif(found.id % 4 in (3), found.id / 4, null)
left join actors as bearer on bearer.id = iif(found.id % 4 in (0), found.id / 4, alias.actor_id)
left join alliances as named on named.id = iif(found.id % 4 in (1, 2), found.id / 4, alias.alliance_id)
left join actors as actor on actor.id = coalesce(bearer.id, named.organization_id)
left join alliances as alliance on alliance.id = coalesce(named.id, (select id from alliances where organization_id = bearer.id))
where actor.id is not null or alliance.id is not null;

with found(id) as materialized (select * from (
  select rowid from name_terms where name_terms match ?1 order by rank limit 60
) union select * from (
  select rowid from name_triples where name_triples match ?2 order by rank limit 100
))
select found.id % 4 as place,
  coalesce(alias.name, iif(found.id % 4 in (2), named.acronym, named.name), bearer.name) as matched,
  actor.id as "actorId", actor.type as "actorType", actor.name as "actorName",
  alliance.id as "allianceId", alliance.name as "allianceName", bearer.id is not null as "isActors"
from found
left join aliases as alias on alias.id = iif(found.id % 4 in (3), found.id / 4, null)
left join actors as bearer on bearer.id = iif(found.id % 4 in (0), found.id / 4, alias.actor_id)
left join alliances as named on named.id = iif(found.id % 4 in (1, 2), found.id / 4, alias.alliance_id)
left join actors as actor on actor.id = coalesce(bearer.id, named.organization_id)
left join alliances as alliance on alliance.id = coalesce(named.id, (select id from alliances where organization_id = bearer.id))
where actor.id is not null;

with found(id) as materialized (select * from (
  select rowid from name_terms where name_terms match ?1 order by rank limit 60
) union select * from (
  select rowid from name_triples where name_triples match ?2 order by rank limit 100
))
select found.id % 4 as place,
  coalesce(alias.name, iif(found.id % 4 in (2), named.acronym, named.name), bearer.name) as matched,
  actor.id as "actorId", actor.type as "actorType", actor.name as "actorName",
  alliance.id as "allianceId", alliance.name as "allianceName", bearer.id is not null as "isActors"
from found
left join aliases as alias on alias.id = iif(found.id % 4 in (3), found.id / 4, null)
left join actors as bearer on bearer.id = iif(found.id % 4 in (0), found.id / 4, alias.actor_id)
left join alliances as named on named.id = iif(found.id % 4 in (1, 2), found.id / 4, alias.alliance_id)
left join actors as actor on actor.id = coalesce(bearer.id, named.organization_id)
left join alliances as alliance on alliance.id = coalesce(named.id, (select id from alliances where organization_id = bearer.id))
where actor.id is not null or alliance.id is not null;

with "search_entries" as (select value as id, iif(value % 16 = 0, value / 16, null) as actor_id,
  iif(value % 16 = 1, value / 16, null) as alliance_id,
  iif(value % 16 = 2, value / 16, null) as article_id,
  iif(value % 16 = 3, value / 16, null) as statement_id,
  iif(value % 16 = 4, value / 16, null) as citation_id from json_each(?1))
select json_array("d0"."id", (select jsonb_array("d1"."id", "d1"."type", "d1"."slug", "d1"."name", "d1"."iso_alpha2") from "actors" as "d1" where "d0"."actor_id" = "d1"."id")) as row from "search_entries" as "d0";

with "search_entries" as (select value as id, iif(value % 16 = 0, value / 16, null) as actor_id,
  iif(value % 16 = 1, value / 16, null) as alliance_id,
  iif(value % 16 = 2, value / 16, null) as article_id,
  iif(value % 16 = 3, value / 16, null) as statement_id,
  iif(value % 16 = 4, value / 16, null) as citation_id from json_each(?1))
select json_array("d0"."id", (select jsonb_array("d1"."id", "d1"."type", "d1"."slug", "d1"."name", "d1"."iso_alpha2") from "actors" as "d1" where "d0"."actor_id" = "d1"."id")) as row from "search_entries" as "d0";

with "search_entries" as (select value as id, iif(value % 16 = 0, value / 16, null) as actor_id,
  iif(value % 16 = 1, value / 16, null) as alliance_id,
  iif(value % 16 = 2, value / 16, null) as article_id,
  iif(value % 16 = 3, value / 16, null) as statement_id,
  iif(value % 16 = 4, value / 16, null) as citation_id from json_each(?1))
select json_array("d0"."id", (select jsonb_array("d1"."id", "d1"."type", "d1"."slug", "d1"."name", "d1"."iso_alpha2") from "actors" as "d1" where "d0"."actor_id" = "d1"."id")) as row from "search_entries" as "d0";
