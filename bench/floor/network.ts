import { writeGlobalId } from "../../schema/node/global-id.ts";
import { networkOf } from "../../src/domain/network.ts";
import type { GraphEdge } from "../../src/domain/path.ts";
import { decides, isCertain, type Plan, TAKES_PART, type Variables } from "./plan.ts";

const MOST = { nodes: 2000, edges: 10_000 };
const TYPES: Readonly<Record<string, string>> = { STATE: "State", PERSON: "Person", ORGANIZATION: "Organization" };

/** Columns as in `tieOf`. */
export const TIES = `with hub as materialized (
  select alliance.id, alliance.name, (
    select status.id from alliance_statuses as status
    where status.alliance_id = alliance.id and status.code in ('AGREED', 'SIGNED', 'RATIFIED', 'IN_FORCE')
      and status.from_earliest <= ?1 and ?1 < status.to_latest and ${decides("status")}
    order by (status.from_latest <= ?1 and ?1 < status.to_earliest) desc, status.from_earliest desc, status.id limit 1
  ) as status_id
  from alliances as alliance where alliance.kind in (select value from json_each(?2))
)
select actor.id, actor.type, actor.name, hub.id as alliance_id, hub.name as alliance_name, membership.role,
  iif(${isCertain("membership", "?1")} and ${isCertain("status", "?1")}, 'CERTAIN', 'POSSIBLE') as certainty
from hub join alliance_statuses as status on status.id = hub.status_id
join memberships as membership on membership.alliance_id = hub.id
join actors as actor on actor.id = membership.actor_id
where membership.role in ${TAKES_PART} and membership.from_earliest <= ?1 and ?1 < membership.to_latest
  and ${decides("membership")}
order by hub.name, hub.id, actor.name, actor.id, certainty, membership.id`;

interface TypedTie extends GraphEdge {
  actorType: string;
  role: string;
  certainty: string;
}

export function tieOf(row: unknown[]): TypedTie {
  const [actor, actorType, actorName, alliance, allianceName, role, certainty] = row as [
    number,
    string,
    string,
    number,
    string,
    string,
    string,
  ];
  return { actor, actorType, actorName, alliance, allianceName, role, certainty };
}

/** The network as the API has it. */
export function draw(ties: readonly TypedTie[]) {
  const { actors, alliances, edges, truncated } = networkOf(ties, MOST);
  const members = actors.toSorted(({ tie: a }, { tie: b }) =>
    a.actorName < b.actorName ? -1 : a.actorName > b.actorName ? 1 : a.actor - b.actor,
  );
  return {
    nodes: [
      ...alliances.map(({ tie, degree }) => ({
        nodeId: idOfAlliance(tie),
        sort: "ALLIANCE",
        name: tie.allianceName,
        degree,
      })),
      ...members.map(({ tie, degree }) => ({
        nodeId: idOfActor(tie),
        sort: "ACTOR",
        name: tie.actorName,
        degree,
      })),
    ],
    edges: edges.map((tie) => ({
      actorId: idOfActor(tie),
      allianceId: idOfAlliance(tie),
      role: tie.role,
      certainty: tie.certainty,
    })),
    counts: { actors: actors.length, alliances: alliances.length, edges: edges.length },
    truncated,
  };
}

const idOfActor = ({ actorType, actor }: TypedTie) => writeGlobalId(TYPES[actorType]!, actor);
const idOfAlliance = ({ alliance }: TypedTie) => writeGlobalId("Alliance", alliance);

/** The one whose JSON is not made by SQLite: which nodes there are, and their ids, take SQLite longer than JavaScript. */
export const network = ({ asOf, kinds }: Variables): Plan => ({
  sql: TIES,
  values: [String(asOf), JSON.stringify(kinds)],
  write: (rows) => JSON.stringify({ data: { network: draw(rows.map(tieOf)) } }),
});
