import { Actor } from "../actor/actor.ts";
import { listCertainty } from "../time/as-of.ts";
import { builder } from "../builder.ts";
import { AllianceStatusCode, Certainty } from "../enum.ts";
import { atMost } from "../list-bound.ts";
import { Partnership } from "../alliance/partnership.ts";
import { asRead } from "../assertion.ts";

export const MOST_HOPS = 4;

const PathHop = builder.drizzleObject("partnerships", {
  variant: "PathHop",
  description: "One step of a path: two actors who both take part in one alliance on the day asked for",
  select: { columns: { actorMembershipId: true, partnerMembershipId: true, allianceStatusId: true } },
  fields: (t) => ({
    from: t.relation("actor", { type: Actor, description: "The actor that it leads from" }),
    to: t.relation("partner", { type: Actor, description: "The actor that it leads to" }),
    alliance: t.relation("alliance", { description: "What ties them" }),
    status: t.expose("status", { type: AllianceStatusCode, description: "How far the alliance had got on the day" }),
    certainty: t.field({
      type: Certainty,
      description: "How surely the two are so tied on the day",
      resolve: (row) => listCertainty(row) ?? "POSSIBLE",
    }),
    partnership: t.variant(Partnership, {
      description: "The partnership of the two, with its period and citations",
    }),
  }),
});

export const Path = builder.objectRef<{ hops: object[] }>("Path").implement({
  description:
    "A way from one actor to another through alliances that all hold on one day. No actor and no alliance comes twice in it",
  fields: (t) => ({
    length: t.int({ description: "How many hops it has, at least 1", resolve: ({ hops }) => hops.length }),
    hops: t.field({
      type: [PathHop],
      ...atMost(MOST_HOPS),
      description: "Its hops in order, each from the actor that the last one led to",
      resolve: ({ hops }) => asRead(hops),
    }),
  }),
});
