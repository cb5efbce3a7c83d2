import { mostParts } from "../../src/domain/list-bound.ts";
import { Actor } from "../actor/actor.ts";
import { Alliance } from "../alliance/alliance.ts";
import { type ArgumentBuilder, builder } from "../builder.ts";
import { Citation, citationOrder } from "../article/citation.ts";
import { connectionType } from "../connection/connection-type.ts";
import type { ListQuery } from "../connection/list.ts";
import type { PageArguments } from "../connection/page.ts";
import { relatedConnection } from "../connection/related-connection.ts";
import { EventKind, ParticipantRole, Rank } from "../enum.ts";
import { EventFilter, eventsAsked, type EventFilterValue } from "./event-filter.ts";
import { writeGlobalId } from "../node/global-id.ts";
import { atMost } from "../list-bound.ts";
import { Node } from "../node/node.ts";
import { EventOrder, orderAsked, type OrderValue } from "../filter/order.ts";
import { Period, periodEnds } from "../time/period.ts";
import { pageArguments } from "../connection/page-argument.ts";

const EventParticipant = builder.drizzleObject("eventParticipants", {
  name: "EventParticipant",
  description: "An actor's part in an event",
  select: { columns: {} },
  fields: (t) => ({
    actor: t.relation("actor", { type: Actor, description: "Who takes part" }),
    role: t.expose("role", { type: ParticipantRole, description: "What part it has" }),
  }),
});

export const Event = builder.drizzleObject("events", {
  name: "Event",
  description: "A visit, summit, signing, accession, founding, inauguration, announcement or exercise",
  interfaces: [Node],
  select: { columns: {} },
  fields: (t) => ({
    id: t.id({
      description: "An opaque id, the same for ever",
      select: { columns: { id: true } },
      resolve: (row) => writeGlobalId("Event", row.id),
    }),
    kind: t.expose("kind", { type: EventKind, description: "What sort of event it is" }),
    title: t.exposeString("title", { description: "What happens, in words of our own" }),
    date: t.expose("date", {
      type: "PartialDate",
      description:
        "When, as a reader would write it: a day, a range from its first to its last day, or the month or year within which it lies",
    }),
    period: t.field({
      type: Period,
      select: { columns: periodEnds },
      description: "The same half-open: from the first day to the day after the last",
      resolve: (row) => row,
    }),
    planned: t.exposeBoolean("planned", {
      description: "true where the sources tell of it as still to come, and none that it took place",
    }),
    announcedOn: t.expose("announcedOn", {
      type: "PartialDate",
      nullable: true,
      description: "When it was known to be planned; null where no source tells of the plan",
    }),
    place: t.exposeString("place", { nullable: true, description: "Where; null where not known" }),
    alliance: t.relation("alliance", {
      nullable: true,
      description: "The alliance that it is about; null where there is none",
    }),
    rank: t.expose("rank", { type: Rank, description: "How the claim stands beside others that compete with it" }),
    participants: t.relation("participants", {
      type: EventParticipant,
      query: { orderBy: { id: "asc" }, limit: mostParts.participants },
      ...atMost(mostParts.participants),
      description: "Who takes part; empty where no source tells",
    }),
    citations: t.relation("citations", {
      type: Citation,
      query: citationOrder,
      ...atMost(mostParts.citations),
      description: "The places that bear it out, at least one",
    }),
  }),
});

builder.drizzleObjectFields(Event, (t) => ({
  versionOf: t.relation("versionOf", {
    type: Event,
    nullable: true,
    description: "The event of which this is another source's version; null where it is none",
  }),
}));

export const EventConnection = connectionType("Event", Event, "the events");

export interface EventArguments extends PageArguments {
  filter?: EventFilterValue | null | undefined;
  orderBy?: OrderValue<"DATE"> | null | undefined;
}

/** The list's query, of the table or of a view on it. */
export function events({ filter, orderBy }: EventArguments): ListQuery<"events" | "actorEvents" | "articleEvents"> {
  return { where: eventsAsked(filter), order: orderAsked(orderBy, { DATE: ["fromEarliest", "id"] }) };
}

export function eventArguments(arg: ArgumentBuilder) {
  return {
    filter: arg({ type: EventFilter, description: "Which of them; all when left out" }),
    orderBy: arg({ type: EventOrder, description: "In which order; the earliest first when left out" }),
  };
}

builder.drizzleInterfaceFields(Actor, (t) => ({
  events: t.field({
    type: EventConnection,
    description: "The events that it takes part in, the earliest first unless asked otherwise, each once",
    args: { ...pageArguments(t.arg), ...eventArguments(t.arg) },
    ...relatedConnection({
      field: "Actor.events",
      parent: "actors",
      relation: "events",
      node: "Event",
      through: "event",
      query: events,
    }),
  }),
}));

builder.drizzleObjectFields(Alliance, (t) => ({
  events: t.field({
    type: EventConnection,
    description: "The events that are about it, the earliest first unless asked otherwise",
    args: { ...pageArguments(t.arg), ...eventArguments(t.arg) },
    ...relatedConnection({
      field: "Alliance.events",
      parent: "alliances",
      relation: "events",
      node: "Event",
      query: events,
    }),
  }),
}));
