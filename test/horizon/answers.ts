import { env } from "cloudflare:workers";
import { readGlobalId } from "../../schema/node/global-id.ts";
import type { Day } from "../../src/domain/time/day.ts";
import type { Certainty } from "../../src/domain/vocabulary.ts";
import worker from "../../src/worker.ts";

type Sure = Certainty | null;

export interface Edge {
  certainty: Sure;
  node: FactAnswer;
}

export interface FactAnswer {
  id: string;
  certainty: Sure;
  period: { attestedUntil: Day | null };
}

export interface List<One = Edge> {
  totalCount: number;
  edges: One[];
}

export type Ids = { nodes: { id: string }[] };

export interface AllianceAnswer {
  slug: string;
  status: FactAnswer | null;
  surely: FactAnswer | null;
  statuses: FactAnswer[];
  memberships: List;
  sure: Ids;
  ever: List;
  members: List<{ certainty: Sure; node: { slug: string }; membership: { id: string } }>;
}

export interface ActorAnswer {
  slug: string;
  memberships: List;
  sure: Ids;
  partnerships: List;
  surePartnerships: Ids;
  allPartnerships: List;
  partners: List<{ certainty: Sure; sharedAlliances: number; node: { slug: string }; partnerships: { id: string }[] }>;
  surePartners: List<{ certainty: Sure; node: { slug: string } }>;
  offices?: List;
  sureOffices?: Ids;
}

export interface WorldAnswer {
  alliances: { nodes: AllianceAnswer[] };
  actors: { nodes: ActorAnswer[] };
  network: { edges: { membershipId: string; certainty: Certainty }[] };
  sureNetwork: { edges: { membershipId: string; certainty: Certainty }[] };
  paths: { hops: { certainty: Certainty; partnership: { id: string } }[] }[];
}

const CODES = "[PROPOSED, NEGOTIATING, AGREED, SIGNED, RATIFIED, IN_FORCE, SUSPENDED, TERMINATED]";

const QUESTION = `query World($day: Date!, $from: ID!, $to: ID!, $world: ID!) {
  node(id: $world) { id }
  alliances { nodes {
    slug
    status(asOf: $day) { ...S }
    surely: status(asOf: $day, certainty: CERTAIN) { ...S }
    statuses { ...S }
    memberships(asOf: $day, first: 100) { totalCount edges { certainty node { ...M } } }
    sure: memberships(asOf: $day, first: 100, certainty: CERTAIN) { nodes { id } }
    ever: memberships(asOf: $day, first: 100, ever: true) { totalCount edges { certainty node { ...M } } }
    members(asOf: $day, first: 100) { totalCount edges { certainty node { slug } membership { id } } }
  } }
  actors { nodes {
    slug
    memberships(asOf: $day, first: 100) { totalCount edges { certainty node { ...M } } }
    sure: memberships(asOf: $day, first: 100, certainty: CERTAIN) { nodes { id } }
    partnerships(asOf: $day, first: 100) { totalCount edges { certainty node { ...P } } }
    surePartnerships: partnerships(asOf: $day, first: 100, certainty: CERTAIN) { nodes { id } }
    allPartnerships: partnerships(asOf: $day, first: 100, statuses: ${CODES}) { totalCount edges { certainty node { ...P } } }
    partners(asOf: $day, first: 100) { totalCount edges { certainty sharedAlliances node { slug } partnerships { id } } }
    surePartners: partners(asOf: $day, first: 100, certainty: CERTAIN) { totalCount edges { certainty node { slug } } }
    ... on Person {
      offices(asOf: $day, first: 100) { totalCount edges { certainty node { ...O } } }
      sureOffices: offices(asOf: $day, first: 100, certainty: CERTAIN) { nodes { id } }
    }
    ... on State {
      offices: officeHolders(asOf: $day, first: 100) { totalCount edges { certainty node { ...O } } }
      sureOffices: officeHolders(asOf: $day, first: 100, certainty: CERTAIN) { nodes { id } }
    }
  } }
  network(asOf: $day) { edges { membershipId certainty } }
  sureNetwork: network(asOf: $day, certainty: CERTAIN) { edges { membershipId certainty } }
  paths(from: $from, to: $to, asOf: $day, maxLength: 3, first: 100) { hops { certainty partnership { id } } }
}
fragment S on AllianceStatus { id certainty(asOf: $day) period { attestedUntil } }
fragment M on Membership { id certainty(asOf: $day) period { attestedUntil } }
fragment P on Partnership { id certainty(asOf: $day) period { attestedUntil } }
fragment O on Office { id certainty(asOf: $day) period { attestedUntil } }`;

/** All that the API tells of a day; of the present where no revision is given. Each world has a name, since answers are shared by revision. */
export async function askWorld(
  variables: { day: Day; from: string; to: string; world: string },
  revision: number | null,
): Promise<WorldAnswer> {
  const request = new Request("http://localhost/graphql", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: QUESTION, variables, ...(revision !== null && { extensions: { revision } }) }),
  });
  const settings = { LIMIT_COST: "10000000", LIMIT_DEADLINE_MS: "600000" };
  const response = await worker.fetch(request as never, { ...env, ...settings });
  const { data, errors } = await response.json<{ data: WorldAnswer; errors?: object[] }>();
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data;
}

/** The row of an id, and of a partnership those of its three facts. */
export function rowsOf(id: string): string[] {
  const { type, key } = readGlobalId(id)!;
  if (type !== "Partnership") return [`${type} ${key}`];
  const [mine, theirs, status] = key.split("-");
  return [`Membership ${mine}`, `Membership ${theirs}`, `AllianceStatus ${status}`];
}
