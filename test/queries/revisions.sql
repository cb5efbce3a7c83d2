select json_array("d0"."number", "d0"."at", "d0"."author", "d0"."reason", ((select count(*) from "changes" where "d0"."number" = "changes"."revision")), (select jsonb_group_array(row) from (select jsonb_array("d1"."revision", "d1"."noun", "d1"."node_id", "d1"."action", ((
    select type from actors_history
    where "d1"."noun" = 'actors' and id = "d1"."node_id" and from_revision <= "d1"."revision"
    order by from_revision desc limit 1
  ))) as row from "changes" as "d1" where "d0"."number" = "d1"."revision" order by "d1"."revision" asc, "d1"."noun" asc, "d1"."node_id" asc limit 3))) as row from "revisions" as "d0" where "d0"."number" = ?1 limit 1;

select json_array("d0"."number") as row from "revisions" as "d0" where "d0"."number" = ?1 limit 1;

select json_array("d0"."number", ((select count(*) from "revisions" where (("revisions"."author" = ?1) and ("revisions"."at" >= ?2) and (substr("revisions"."at", 1, 10) <= ?3))))) as row from "revisions" as "d0" where (("d0"."author" = ?1) and ("d0"."at" >= ?2) and (substr("d0"."at", 1, 10) <= ?3)) order by "d0"."number" asc limit 6;

select json_array("d0"."revision", "d0"."noun", "d0"."node_id", "d0"."action", ((select count(*) from "changes" where "changes"."revision" > ?1)), ((
    select type from actors_history
    where "d0"."noun" = 'actors' and id = "d0"."node_id" and from_revision <= "d0"."revision"
    order by from_revision desc limit 1
  )), (select jsonb_array("d1"."number", "d1"."author") from "revisions" as "d1" where "d0"."revision" = "d1"."number")) as row from "changes" as "d0" where "d0"."revision" > ?1 order by "d0"."revision" asc, "d0"."noun" asc, "d0"."node_id" asc limit 4;

select json_array("d0"."revision", "d0"."noun", "d0"."node_id", "d0"."action", ((select count(*) from "changes" where "changes"."revision" > ?1)), ((
    select type from actors_history
    where "d0"."noun" = 'actors' and id = "d0"."node_id" and from_revision <= "d0"."revision"
    order by from_revision desc limit 1
  ))) as row from "changes" as "d0" where "d0"."revision" > ?1 order by "d0"."revision" asc, "d0"."noun" asc, "d0"."node_id" asc limit 21;

select json_array("d0"."id", "d0"."type", "d0"."name") as row from "actors" as "d0" where (("d0"."id" in (select value from json_each(?1))) and (+"d0"."type" = ?2));

with wanted(place, node, revision) as materialized (select value ->> 0, value ->> 1, value ->> 2 from json_each(?1))
select wanted.place, 'actors' as part, line.id as "row", line.from_revision = wanted.revision as "isAfter",
  json_array(line.slug, line.type, line.name, line.description, (
    select target.slug from actors_history as target
    where target.id = line.country_id and target.from_revision <= wanted.revision
    order by target.from_revision desc limit 1
  ), (
    select target.slug from actors_history as target
    where target.id = line.parent_id and target.from_revision <= wanted.revision
    order by target.from_revision desc limit 1
  ), line.iso_alpha2, line.iso_alpha3, line.organization_type) as cells
from wanted
join actors_history as line
  on line.id = wanted.node and (line.from_revision = wanted.revision or line.to_revision = wanted.revision)
union all
select wanted.place, 'aliases' as part, line.id as "row", line.from_revision = wanted.revision as "isAfter",
  json_array(line.name, line.language, line.sort) as cells
from wanted
join aliases_history as line
  on line.actor_id = wanted.node and (line.from_revision = wanted.revision or line.to_revision = wanted.revision)
union all
select wanted.place, 'identifiers' as part, line.id as "row", line.from_revision = wanted.revision as "isAfter",
  json_array(line.scheme, line.value) as cells
from wanted
join identifiers_history as line
  on line.actor_id = wanted.node and (line.from_revision = wanted.revision or line.to_revision = wanted.revision)
union all
select wanted.place, 'redirects' as part, line.id as "row", line.from_revision = wanted.revision as "isAfter",
  json_array(line.slug, line.former) as cells
from wanted
join redirects_history as line
  on line.actor_id = wanted.node and (line.from_revision = wanted.revision or line.to_revision = wanted.revision)
order by place, part, "row";

select json_array("d0"."id", "d0"."type", "d0"."name") as row from "actors" as "d0" where "d0"."id" in (?1, ?2);
