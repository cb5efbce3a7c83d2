import { base64Of, globalId, idOfActor } from "./global-id.ts";
import { isBestMembership, isBestStatus, type Plan, TAKES_PART, type Variables } from "./plan.ts";

const SQL = `with hub as materialized (
  select alliance.id, alliance.name, ${globalId("Alliance", "alliance.id")} as node_id, (
    select status.id from alliance_statuses as status
    where status.alliance_id = alliance.id and status.code in ('AGREED', 'SIGNED', 'RATIFIED', 'IN_FORCE')
      and status.from_earliest <= ?1 and ?1 < status.to_latest and ${isBestStatus("status")}
    order by (status.from_latest <= ?1 and ?1 < status.to_earliest) desc, status.from_earliest desc, status.id limit 1
  ) as status_id
  from alliances as alliance where alliance.kind in (select value from json_each(?2))
), tie as materialized (
  select hub.id as alliance, hub.name as alliance_name, hub.node_id as alliance_id, actor.id as actor,
    actor.name as actor_name, membership.role,
    iif(membership.from_latest <= ?1 and ?1 < membership.to_earliest
      and status.from_latest <= ?1 and ?1 < status.to_earliest, 'CERTAIN', 'POSSIBLE') as certainty,
    row_number() over (partition by hub.id, actor.id order by (membership.from_latest <= ?1 and ?1 < membership.to_earliest
      and status.from_latest <= ?1 and ?1 < status.to_earliest) desc, membership.id) as place
  from hub join alliance_statuses as status on status.id = hub.status_id
  join memberships as membership on membership.alliance_id = hub.id
  join actors as actor on actor.id = membership.actor_id
  where membership.role in ${TAKES_PART} and membership.from_earliest <= ?1 and ?1 < membership.to_latest
    and ${isBestMembership("membership")}
), edge as materialized (
  select * from tie where place = 1
), part as materialized (
  select actor.id, actor.name, ${idOfActor("actor").start} as start, ${idOfActor("actor").rest} as rest, degree
  from (select actor as id, count(*) as degree from edge group by actor) as tied join actors as actor using (id)
), member as materialized (
  select id, name, start || ${base64Of("rest")} as node_id, degree from part
), hubs as materialized (
  select alliance_id as node_id, alliance_name as name, count(*) as degree, alliance from edge group by alliance
)
select json_object('data', jsonb_object('network', jsonb_object(
  'nodes', (select jsonb_group_array(jsonb_object('id', node_id, 'sort', sort, 'name', name, 'degree', degree)) from (
    select * from (
      select 0 as part, 'ALLIANCE' as sort, node_id, name, degree, alliance as id from hubs
      union all select 1, 'ACTOR', node_id, name, degree, id from member
    ) order by part, name, id)),
  'edges', (select jsonb_group_array(jsonb_object('actorId', node_id, 'allianceId', alliance_id, 'role', role, 'certainty', certainty)) from (
    select edge.*, member.node_id from edge join member on member.id = edge.actor
    order by edge.alliance_name, edge.alliance, edge.actor_name, edge.actor)),
  'counts', jsonb_object('actors', (select count(*) from member), 'alliances', (select count(*) from hubs),
    'edges', (select count(*) from edge)),
  'truncated', json('false'))))`;

/** Drawings of more than 2,000 nodes, which are cut, are left to the real one. */
export const network = ({ asOf, kinds }: Variables): Plan => ({
  sql: SQL,
  values: [String(asOf), JSON.stringify(kinds)],
});
