import { writeGlobalId } from "../../schema/global-id.ts";
import { networkOf } from "../../src/domain/network.ts";
import { isBestMembership, isBestStatus, TAKES_PART } from "../floor/plan.ts";
import type { Tie } from "../../src/domain/path.ts";
import type { LoaderContext } from "./loaders.ts";

const MOST = { nodes: 2000, edges: 10_000 };
const TYPES: Readonly<Record<string, string>> = { STATE: "State", PERSON: "Person", ORGANIZATION: "Organization" };

const SQL = `with hub as materialized (
  select alliance.id, alliance.name, (
    select status.id from alliance_statuses as status
    where status.alliance_id = alliance.id and status.code in ('AGREED', 'SIGNED', 'RATIFIED', 'IN_FORCE')
      and status.from_earliest <= ?1 and ?1 < status.to_latest and ${isBestStatus("status")}
    order by (status.from_latest <= ?1 and ?1 < status.to_earliest) desc, status.from_earliest desc, status.id limit 1
  ) as status_id
  from alliances as alliance where alliance.kind in (select value from json_each(?2))
)
select hub.id as alliance, hub.name as allianceName, actor.id as actor, actor.name as actorName, actor.type as actorType,
  membership.role, iif(membership.from_latest <= ?1 and ?1 < membership.to_earliest
    and status.from_latest <= ?1 and ?1 < status.to_earliest, 'CERTAIN', 'POSSIBLE') as certainty
from hub join alliance_statuses as status on status.id = hub.status_id
join memberships as membership on membership.alliance_id = hub.id
join actors as actor on actor.id = membership.actor_id
where membership.role in ${TAKES_PART} and membership.from_earliest <= ?1 and ?1 < membership.to_latest
  and ${isBestMembership("membership")}
order by hub.name, hub.id, actor.name, actor.id, certainty, membership.id`;

interface TypedTie extends Tie {
  actorType: string;
}

export async function network(_: unknown, { asOf, kinds }: { asOf: string; kinds: string[] }, { find }: LoaderContext) {
  const ties = (await find(SQL, [asOf, JSON.stringify(kinds)])) as unknown as TypedTie[];
  const { actors, alliances, edges, truncated } = networkOf(ties, MOST);
  const idOfActor = (tie: TypedTie) => writeGlobalId(TYPES[tie.actorType]!, tie.actor);
  const idOfAlliance = (tie: TypedTie) => writeGlobalId("Alliance", tie.alliance);
  const members = actors.toSorted(({ tie: a }, { tie: b }) =>
    a.actorName < b.actorName ? -1 : a.actorName > b.actorName ? 1 : a.actor - b.actor,
  );
  return {
    nodes: [
      ...alliances.map(({ tie, degree }) => ({
        id: idOfAlliance(tie),
        sort: "ALLIANCE",
        name: tie.allianceName,
        degree,
      })),
      ...members.map(({ tie, degree }) => ({ id: idOfActor(tie), sort: "ACTOR", name: tie.actorName, degree })),
    ],
    edges: edges.map((tie) => ({ ...tie, actorId: idOfActor(tie), allianceId: idOfAlliance(tie) })),
    counts: { actors: actors.length, alliances: alliances.length, edges: edges.length },
    truncated,
  };
}
