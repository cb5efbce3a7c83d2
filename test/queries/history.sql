select json_array("d0"."type", "d0"."id", ((select count(*) from "changes" where (("d0"."id" = "changes"."node_id") and ("changes"."noun" = ?1)))), (select jsonb_group_array(row) from (select jsonb_array("d1"."revision", "d1"."noun", "d1"."node_id", "d1"."action", ((
    select type from actors_history
    where "d1"."noun" = 'actors' and id = "d1"."node_id" and from_revision <= "d1"."revision"
    order by from_revision desc limit 1
  )), (select jsonb_array("d2"."number", "d2"."at", "d2"."author", "d2"."reason") from "revisions" as "d2" where "d1"."revision" = "d2"."number")) as row from "changes" as "d1" where (("d1"."noun" = ?1) and ("d0"."id" = "d1"."node_id")) order by "d1"."revision" desc limit 3))) as row from "actors" as "d0" where "d0"."id" = coalesce((select id from actors where slug = ?2), (select actor_id from redirects where slug = ?2)) limit 1;

select json_array("d0"."id", (select jsonb_group_array(row) from (select jsonb_array("d1"."revision", "d1"."noun", "d1"."node_id", "d1"."action", ((
    select type from actors_history
    where "d1"."noun" = 'actors' and id = "d1"."node_id" and from_revision <= "d1"."revision"
    order by from_revision desc limit 1
  )), (select jsonb_array("d2"."number") from "revisions" as "d2" where "d1"."revision" = "d2"."number")) as row from "changes" as "d1" where (("d1"."noun" = ?1) and ("d0"."id" = "d1"."node_id")) order by "d1"."revision" desc limit 3)), (select jsonb_group_array(row) from (select jsonb_array("d1"."id", ((select count(*) from "changes" where (("d1"."id" = "changes"."node_id") and ("changes"."noun" = ?2)))), (select jsonb_group_array(row) from (select jsonb_array("d2"."revision", "d2"."noun", "d2"."node_id", "d2"."action", ((
    select type from actors_history
    where "d2"."noun" = 'actors' and id = "d2"."node_id" and from_revision <= "d2"."revision"
    order by from_revision desc limit 1
  ))) as row from "changes" as "d2" where (("d2"."noun" = ?2) and ("d1"."id" = "d2"."node_id")) order by "d2"."revision" desc limit 3))) as row from "alliance_statuses" as "d1" where "d0"."id" = "d1"."alliance_id" order by "d1"."from_earliest" asc, "d1"."id" asc limit 30)), (select jsonb_group_array(row) from (select jsonb_array("d1"."id", ((select count(*) from "changes" where (("d1"."id" = "changes"."node_id") and ("changes"."noun" = ?3)))), (select jsonb_group_array(row) from (select jsonb_array("d2"."revision", "d2"."noun", "d2"."node_id", "d2"."action", ((
    select type from actors_history
    where "d2"."noun" = 'actors' and id = "d2"."node_id" and from_revision <= "d2"."revision"
    order by from_revision desc limit 1
  ))) as row from "changes" as "d2" where (("d2"."noun" = ?3) and ("d1"."id" = "d2"."node_id")) order by "d2"."revision" desc limit 3))) as row from "memberships" as "d1" where "d0"."id" = "d1"."alliance_id" order by "d1"."from_earliest" asc, "d1"."id" asc limit 2))) as row from "alliances" as "d0" where "d0"."slug" = ?4 limit 1;

select json_array("d0"."id", ((select count(*) from "changes" where (("d0"."id" = "changes"."node_id") and ("changes"."noun" = ?1)))), (select jsonb_group_array(row) from (select jsonb_array("d1"."revision", "d1"."noun", "d1"."node_id", "d1"."action", ((
    select type from actors_history
    where "d1"."noun" = 'actors' and id = "d1"."node_id" and from_revision <= "d1"."revision"
    order by from_revision desc limit 1
  ))) as row from "changes" as "d1" where (("d1"."noun" = ?1) and ("d0"."id" = "d1"."node_id")) order by "d1"."revision" desc limit 3))) as row from "articles" as "d0" where "d0"."slug" = ?2 limit 1;

select json_array("d0"."said_earliest", "d0"."ordinal", "d0"."text", "d0"."id", ((select count(*) from "changes" where (("d0"."id" = "changes"."node_id") and ("changes"."noun" = ?1)))), (select jsonb_group_array(row) from (select jsonb_array("d1"."revision", "d1"."noun", "d1"."node_id", "d1"."action", ((
    select type from actors_history
    where "d1"."noun" = 'actors' and id = "d1"."node_id" and from_revision <= "d1"."revision"
    order by from_revision desc limit 1
  ))) as row from "changes" as "d1" where (("d1"."noun" = ?1) and ("d0"."id" = "d1"."node_id")) order by "d1"."revision" desc limit 3))) as row from "statements" as "d0" order by "d0"."said_earliest" asc, "d0"."ordinal" asc limit 2;

select json_array("d0"."from_earliest", "d0"."id", "d0"."title", ((select count(*) from "changes" where (("d0"."id" = "changes"."node_id") and ("changes"."noun" = ?1)))), (select jsonb_group_array(row) from (select jsonb_array("d1"."revision", "d1"."noun", "d1"."node_id", "d1"."action", ((
    select type from actors_history
    where "d1"."noun" = 'actors' and id = "d1"."node_id" and from_revision <= "d1"."revision"
    order by from_revision desc limit 1
  ))) as row from "changes" as "d1" where (("d1"."noun" = ?1) and ("d0"."id" = "d1"."node_id")) order by "d1"."revision" desc limit 3))) as row from "events" as "d0" order by "d0"."from_earliest" asc, "d0"."id" asc limit 2;

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

with wanted(place, node, revision) as materialized (select value ->> 0, value ->> 1, value ->> 2 from json_each(?1))
select wanted.place, 'alliance_statuses' as part, line.id as "row", line.from_revision = wanted.revision as "isAfter",
  json_array(line.key, (
    select target.slug from alliances_history as target
    where target.id = line.alliance_id and target.from_revision <= wanted.revision
    order by target.from_revision desc limit 1
  ), line.code, line.from_edtf, line.to_edtf, line.attested_on, nullif(nullif(line.attested_until, '0001-01-01'), '9999-12-31'), line.rank) as cells
from wanted
join alliance_statuses_history as line
  on line.id = wanted.node and (line.from_revision = wanted.revision or line.to_revision = wanted.revision)
union all
select wanted.place, 'citations' as part, line.id as "row", line.from_revision = wanted.revision as "isAfter",
  json_array((
    select target.slug from articles_history as target
    where target.id = line.article_id and target.from_revision <= wanted.revision
    order by target.from_revision desc limit 1
  ), line.exact, line.prefix, line.suffix, line.start) as cells
from wanted
join citations_history as line
  on line.alliance_status_id = wanted.node and (line.from_revision = wanted.revision or line.to_revision = wanted.revision)
order by place, part, "row";

with wanted(place, node, revision) as materialized (select value ->> 0, value ->> 1, value ->> 2 from json_each(?1))
select wanted.place, 'aliases' as part, line.id as "row", line.from_revision = wanted.revision as "isAfter",
  json_array(line.name, line.language, line.sort) as cells
from wanted
join aliases_history as line
  on line.alliance_id = wanted.node and (line.from_revision = wanted.revision or line.to_revision = wanted.revision)
union all
select wanted.place, 'alliances' as part, line.id as "row", line.from_revision = wanted.revision as "isAfter",
  json_array(line.slug, line.name, line.acronym, line.kind, line.description, (
    select target.slug from alliances_history as target
    where target.id = line.parent_id and target.from_revision <= wanted.revision
    order by target.from_revision desc limit 1
  ), (
    select target.slug from actors_history as target
    where target.id = line.organization_id and target.from_revision <= wanted.revision
    order by target.from_revision desc limit 1
  )) as cells
from wanted
join alliances_history as line
  on line.id = wanted.node and (line.from_revision = wanted.revision or line.to_revision = wanted.revision)
order by place, part, "row";

with wanted(place, node, revision) as materialized (select value ->> 0, value ->> 1, value ->> 2 from json_each(?1))
select wanted.place, 'citations' as part, line.id as "row", line.from_revision = wanted.revision as "isAfter",
  json_array((
    select target.slug from articles_history as target
    where target.id = line.article_id and target.from_revision <= wanted.revision
    order by target.from_revision desc limit 1
  ), line.exact, line.prefix, line.suffix, line.start) as cells
from wanted
join citations_history as line
  on line.event_id = wanted.node and (line.from_revision = wanted.revision or line.to_revision = wanted.revision)
union all
select wanted.place, 'event_participants' as part, line.id as "row", line.from_revision = wanted.revision as "isAfter",
  json_array((
    select target.slug from actors_history as target
    where target.id = line.actor_id and target.from_revision <= wanted.revision
    order by target.from_revision desc limit 1
  ), line.role) as cells
from wanted
join event_participants_history as line
  on line.event_id = wanted.node and (line.from_revision = wanted.revision or line.to_revision = wanted.revision)
union all
select wanted.place, 'events' as part, line.id as "row", line.from_revision = wanted.revision as "isAfter",
  json_array(line.key, line.kind, line.title, line.date, line.from_edtf, line.to_edtf, iif(line.planned, 'true', 'false'), line.announced_on, line.place, (
    select target.slug from alliances_history as target
    where target.id = line.alliance_id and target.from_revision <= wanted.revision
    order by target.from_revision desc limit 1
  ), (
    select target.key from events_history as target
    where target.id = line.version_of_id and target.from_revision <= wanted.revision
    order by target.from_revision desc limit 1
  ), line.rank) as cells
from wanted
join events_history as line
  on line.id = wanted.node and (line.from_revision = wanted.revision or line.to_revision = wanted.revision)
order by place, part, "row";

with wanted(place, node, revision) as materialized (select value ->> 0, value ->> 1, value ->> 2 from json_each(?1))
select wanted.place, 'citations' as part, line.id as "row", line.from_revision = wanted.revision as "isAfter",
  json_array((
    select target.slug from articles_history as target
    where target.id = line.article_id and target.from_revision <= wanted.revision
    order by target.from_revision desc limit 1
  ), line.exact, line.prefix, line.suffix, line.start) as cells
from wanted
join citations_history as line
  on line.membership_id = wanted.node and (line.from_revision = wanted.revision or line.to_revision = wanted.revision)
union all
select wanted.place, 'memberships' as part, line.id as "row", line.from_revision = wanted.revision as "isAfter",
  json_array(line.key, (
    select target.slug from actors_history as target
    where target.id = line.actor_id and target.from_revision <= wanted.revision
    order by target.from_revision desc limit 1
  ), (
    select target.slug from alliances_history as target
    where target.id = line.alliance_id and target.from_revision <= wanted.revision
    order by target.from_revision desc limit 1
  ), line.role, line.from_edtf, line.to_edtf, line.attested_on, nullif(nullif(line.attested_until, '0001-01-01'), '9999-12-31'), line.rank) as cells
from wanted
join memberships_history as line
  on line.id = wanted.node and (line.from_revision = wanted.revision or line.to_revision = wanted.revision)
order by place, part, "row";

with wanted(place, node, revision) as materialized (select value ->> 0, value ->> 1, value ->> 2 from json_each(?1))
select wanted.place, 'citations' as part, line.id as "row", line.from_revision = wanted.revision as "isAfter",
  json_array((
    select target.slug from articles_history as target
    where target.id = line.article_id and target.from_revision <= wanted.revision
    order by target.from_revision desc limit 1
  ), line.exact, line.prefix, line.suffix, line.start) as cells
from wanted
join citations_history as line
  on line.statement_id = wanted.node and (line.from_revision = wanted.revision or line.to_revision = wanted.revision)
union all
select wanted.place, 'statement_targets' as part, line.id as "row", line.from_revision = wanted.revision as "isAfter",
  json_array((
    select target.slug from actors_history as target
    where target.id = line.actor_id and target.from_revision <= wanted.revision
    order by target.from_revision desc limit 1
  ), (
    select target.slug from alliances_history as target
    where target.id = line.alliance_id and target.from_revision <= wanted.revision
    order by target.from_revision desc limit 1
  ), line.stance) as cells
from wanted
join statement_targets_history as line
  on line.statement_id = wanted.node and (line.from_revision = wanted.revision or line.to_revision = wanted.revision)
union all
select wanted.place, 'statements' as part, line.id as "row", line.from_revision = wanted.revision as "isAfter",
  json_array(line.key, line.form, line.text, line.language, (
    select target.slug from actors_history as target
    where target.id = line.speaker_id and target.from_revision <= wanted.revision
    order by target.from_revision desc limit 1
  ), (
    select target.key from offices_history as target
    where target.id = line.capacity_id and target.from_revision <= wanted.revision
    order by target.from_revision desc limit 1
  ), line.said_on, (
    select target.slug from actors_history as target
    where target.id = line.relayed_by_id and target.from_revision <= wanted.revision
    order by target.from_revision desc limit 1
  ), (
    select target.key from events_history as target
    where target.id = line.event_id and target.from_revision <= wanted.revision
    order by target.from_revision desc limit 1
  ), (
    select target.slug from articles_history as target
    where target.id = line.article_id and target.from_revision <= wanted.revision
    order by target.from_revision desc limit 1
  )) as cells
from wanted
join statements_history as line
  on line.id = wanted.node and (line.from_revision = wanted.revision or line.to_revision = wanted.revision)
order by place, part, "row";
