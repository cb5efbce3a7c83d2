-- What somebody who serves these tables by PostGraphile would add: relations of a view, lists as of a day, counts that are kept.
comment on view partnerships is E'@primaryKey actor_membership_id,partner_membership_id,alliance_status_id\n@foreignKey (partner_id) references actors (id)\n@foreignKey (alliance_id) references alliances (id)';

comment on column statement_targets.said_earliest is E'@behavior +orderBy';
comment on column statement_targets.statement_id is E'@behavior +orderBy';

create function actors_partnerships_on(actor actors, kind text, day text) returns setof partnerships language sql stable as $$
  select * from partnerships
  where partnerships.actor_id = actor.id and partnerships.kind = actors_partnerships_on.kind
    and partnerships.status in ('AGREED', 'SIGNED', 'RATIFIED', 'IN_FORCE')
    and partnerships.from_earliest <= day and day < partnerships.to_latest
  order by from_earliest, actor_membership_id, partner_membership_id, alliance_status_id
$$;

-- The day of the revision that is read, after which nothing is certain.
create function read_on() returns text language sql stable as $$
  select substr(at, 1, 10) from revisions order by number desc limit 1
$$;

-- No horizon is null here: with one, SQLite's least of several is null, and PostgreSQL's is that of the others.
create function partnerships_certainty(partnership partnerships, day text) returns text language sql stable as $$
  select case when partnership.from_latest <= day and day < partnership.to_earliest
    and day <= least(partnership.attested_until, (select read_on())) then 'CERTAIN' else 'POSSIBLE' end
$$;

create function partnerships_evidence(partnership partnerships) returns setof citations language sql stable as $$
  select citations.* from (
    select distinct on (article_id, exact, start) id, place from (
      select 0 as place, id, article_id, exact, start from citations where alliance_status_id = partnership.alliance_status_id
      union all select 1, id, article_id, exact, start from citations where membership_id = partnership.actor_membership_id
      union all select 2, id, article_id, exact, start from citations where membership_id = partnership.partner_membership_id
    ) as borne
    order by article_id, exact, start, place, id
  ) as cited join citations using (id)
  order by cited.place, cited.id
$$;

create function actors_alliances_on(actor actors, day text) returns setof alliances language sql stable as $$
  select * from alliances where exists (
    select 1 from memberships where memberships.actor_id = actor.id and memberships.alliance_id = alliances.id
      and memberships.role in ('MEMBER', 'CONTRIBUTING_PARTICIPANT')
      and memberships.from_earliest <= day and day < memberships.to_latest and memberships.decides = 1)
  order by name, id
$$;

create function actors_statement_count(actor actors) returns integer language sql stable as $$
  select coalesce(sum(count), 0)::integer from statement_counts where speaker_id = actor.id
$$;

create function alliances_mention_count(alliance alliances, stances text[]) returns integer language sql stable as $$
  select coalesce(sum(count), 0)::integer from mention_counts where alliance_id = alliance.id and stance = any (stances)
$$;

create type network_node as (sort text, type text, number integer, name text, degree integer);
create type network_edge as (actor_type text, actor_number integer, alliance_number integer, role text, certainty text, alliance_name text, actor_name text);

create function network_edges(day text, kinds text[]) returns setof network_edge language sql stable as $$
  with hub as (
    select alliances.id, alliances.name, status.* from alliances cross join lateral (
      select from_latest, to_earliest, attested_until from alliance_statuses as status
      where status.alliance_id = alliances.id and status.code in ('AGREED', 'SIGNED', 'RATIFIED', 'IN_FORCE')
        and status.from_earliest <= day and day < status.to_latest
        and status.decides = 1
      order by (status.from_latest <= day and day < status.to_earliest) desc, status.from_earliest desc, status.id limit 1
    ) as status where alliances.kind = any (kinds)
  ), tie as (
    select distinct on (hub.id, actors.id) actors.type, actors.id as actor, hub.id as alliance, memberships.role,
      case when memberships.from_latest <= day and day < memberships.to_earliest
        and hub.from_latest <= day and day < hub.to_earliest
        and day <= least(memberships.attested_until, hub.attested_until, (select read_on())) then 'CERTAIN' else 'POSSIBLE' end as certainty,
      hub.name as alliance_name, actors.name as actor_name
    from hub join memberships on memberships.alliance_id = hub.id join actors on actors.id = memberships.actor_id
    where memberships.role in ('MEMBER', 'CONTRIBUTING_PARTICIPANT')
      and memberships.from_earliest <= day and day < memberships.to_latest and memberships.decides = 1
    order by hub.id, actors.id, certainty, memberships.id
  )
  select type, actor, alliance, role, certainty, alliance_name, actor_name from tie
  order by alliance_name, alliance, actor_name, actor
$$;

create function network_nodes(day text, kinds text[]) returns setof network_node language sql stable as $$
  with edge as materialized (select * from network_edges(day, kinds))
  select sort, type, number, name, degree from (
    select 0 as part, 'ALLIANCE' as sort, 'ALLIANCE' as type, alliance_number as number, alliance_name as name, count(*)::integer as degree
    from edge group by alliance_number, alliance_name
    union all
    select 1, 'ACTOR', actor_type, actor_number, actor_name, count(*)::integer
    from edge group by actor_type, actor_number, actor_name
  ) as node order by part, name, number
$$;
