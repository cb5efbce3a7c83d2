import type { Network as DomainNetwork, NetworkCount } from "../../src/domain/network.ts";
import type { GraphEdgeRow } from "../../drizzle/query/graph-edge.ts";
import { Actor } from "../actor/actor.ts";
import { Alliance } from "../alliance/alliance.ts";
import { builder } from "../builder.ts";
import { Certainty, MembershipRole } from "../enum.ts";
import { writeGlobalId } from "../node/global-id.ts";
import { atMost } from "../list-bound.ts";
import { actorTypeNames } from "../node/reference.ts";
import { asRead } from "../assertion.ts";

export const MOST = { nodes: 2000, edges: 10_000 } as const;

/** What is shown of a tie. */
export type DrawnEdge = Omit<GraphEdgeRow, "allianceStatus">;

/** What a node is made of: any tie that has it. */
export type NodeTie = Pick<GraphEdgeRow, "actor" | "actorType" | "actorName" | "alliance" | "allianceName">;

export interface NodeValue {
  sort: "ACTOR" | "ALLIANCE";
  tie: NodeTie;
  degree: number;
  degreeInAll: number;
  /** The rows that were read of it, where they were asked for. */
  actor: object | null;
  alliance: object | null;
}

export interface NetworkValue extends DomainNetwork<DrawnEdge> {
  nodes: NodeValue[];
}

export const idOfActor = ({ actorType, actor }: NodeTie) => writeGlobalId(actorTypeNames[actorType], actor);
export const idOfAlliance = ({ alliance }: NodeTie) => writeGlobalId("Alliance", alliance);

const NetworkNodeSort = builder.enumType("NetworkNodeSort", {
  description: "What a node of a network stands for. New values may be added",
  values: {
    ACTOR: { description: "An actor that takes part in an alliance" },
    ALLIANCE: { description: "An alliance: the hub of those who take part in it" },
  } as const,
});

export const NetworkNode = builder.objectRef<NodeValue>("NetworkNode").implement({
  description: "A node of a network: an actor or an alliance",
  fields: (t) => ({
    nodeId: t.id({
      description: "The id of the actor or alliance, which edges name and `node` finds",
      resolve: ({ sort, tie }) => (sort === "ACTOR" ? idOfActor(tie) : idOfAlliance(tie)),
    }),
    sort: t.expose("sort", { type: NetworkNodeSort, description: "Whether it is an actor or an alliance" }),
    name: t.string({
      description: "The name shown, in English",
      resolve: ({ sort, tie }) => (sort === "ACTOR" ? tie.actorName : tie.allianceName),
    }),
    degree: t.exposeInt("degree", { description: "How many edges it has in this network, at least 1" }),
    degreeInAll: t.exposeInt("degreeInAll", {
      description:
        "How many edges it would have, had nothing been left out for size; the same as `degree` where nothing was",
    }),
    actor: t.field({
      type: Actor,
      nullable: true,
      description: "The actor; null for an alliance",
      resolve: ({ actor }) => asRead(actor),
    }),
    alliance: t.field({
      type: Alliance,
      nullable: true,
      description: "The alliance; null for an actor",
      resolve: ({ alliance }) => asRead(alliance),
    }),
  }),
});

const NetworkEdge = builder.objectRef<DrawnEdge>("NetworkEdge").implement({
  description: "An edge of a network: an actor takes part in an alliance",
  fields: (t) => ({
    actorId: t.id({ description: "The id of the actor's node", resolve: idOfActor }),
    allianceId: t.id({ description: "The id of the alliance's node", resolve: idOfAlliance }),
    membershipId: t.id({
      description: "The id of the membership that bears it out, with its period and citations",
      resolve: ({ membership }) => writeGlobalId("Membership", membership),
    }),
    role: t.expose("role", { type: MembershipRole, description: "In what role" }),
    certainty: t.expose("certainty", {
      type: Certainty,
      description: "How surely the actor takes part, and the alliance has got so far, on the day",
    }),
  }),
});

export const NetworkCounts = builder.objectRef<NetworkCount>("NetworkCounts").implement({
  description: "How much a network holds, or how much was left out of it",
  fields: (t) => ({
    actors: t.exposeInt("actors", { description: "Nodes that are actors" }),
    alliances: t.exposeInt("alliances", { description: "Nodes that are alliances" }),
    edges: t.exposeInt("edges", { description: "Edges" }),
  }),
});

export const Network = builder.objectRef<NetworkValue>("Network").implement({
  description: "Who takes part in what on one day, ready to be drawn: alliances as hubs, their members around them",
  fields: (t) => ({
    nodes: t.expose("nodes", {
      type: [NetworkNode],
      ...atMost(MOST.nodes),
      description: "The alliances by name, then the actors by name; only those with an edge",
    }),
    edges: t.expose("edges", {
      type: [NetworkEdge],
      ...atMost(MOST.edges),
      description: "The edges by the alliance's name, then the actor's; one for an actor and an alliance",
    }),
    counts: t.field({
      type: NetworkCounts,
      description: "How much it holds",
      resolve: ({ actors, alliances, edges }) => ({
        actors: actors.length,
        alliances: alliances.length,
        edges: edges.length,
      }),
    }),
    leftOut: t.expose("leftOut", {
      type: NetworkCounts,
      description:
        "How much holds on the day beyond this, within the radius of the focus if there is one; all 0 where nothing was left out",
    }),
    truncated: t.exposeBoolean("truncated", {
      description: "true where there is more than a network holds, and `leftOut` counts what is not shown",
    }),
  }),
});
