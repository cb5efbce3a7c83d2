import { and, eq, gt, lte, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { eventParticipants } from "../drizzle/tables/index.ts";
import type { Day } from "../src/domain/day.ts";
import type { EventKind as Kind } from "../src/domain/vocabulary.ts";
import { Actor } from "./actor.ts";
import { Alliance } from "./alliance.ts";
import { builder } from "./builder.ts";
import { Citation, citationOrder } from "./citation.ts";
import { connectionType } from "./connection/connection-type.ts";
import type { ListQuery } from "./connection/list.ts";
import type { PageArguments } from "./connection/page.ts";
import { relatedConnection } from "./connection/related-connection.ts";
import { DayRange, type DayRangeValue } from "./day-range.ts";
import { EventKind, ParticipantRole, Rank } from "./enum.ts";
import { writeGlobalId } from "./global-id.ts";
import { Node } from "./node.ts";
import { Period, periodEnds } from "./period.ts";
import { actorId } from "./reference.ts";

const EventParticipant = builder.drizzleObject("eventParticipants", {
  name: "EventParticipant",
  description: "An actor's part in an event",
  select: { columns: { id: true } },
  fields: (t) => ({
    actor: t.relation("actor", { type: Actor, description: "Who takes part" }),
    role: t.expose("role", { type: ParticipantRole, description: "What part it has" }),
  }),
});

export const Event = builder.drizzleObject("events", {
  name: "Event",
  description: "A visit, summit, signing, accession, founding, inauguration, announcement or exercise",
  interfaces: [Node],
  select: { columns: { id: true } },
  fields: (t) => ({
    id: t.id({ description: "An opaque id, the same for ever", resolve: (row) => writeGlobalId("Event", row.id) }),
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
      query: { orderBy: { id: "asc" }, limit: 100 },
      description: "Who takes part; empty where no source tells",
    }),
    citations: t.relation("citations", {
      type: Citation,
      query: citationOrder,
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

export interface EventFilterValue {
  between?: DayRangeValue | null | undefined;
  kind?: Kind | null | undefined;
  participant?: string | null | undefined;
  plannedAsOf?: Day | null | undefined;
}

export const EventFilter = builder.inputRef<EventFilterValue>("EventFilter").implement({
  description: "Which events; fields combine with AND",
  fields: (t) => ({
    between: t.field({ type: DayRange, description: "That may lie, at least in part, between these days" }),
    kind: t.field({ type: EventKind, description: "Of this kind" }),
    participant: t.id({ description: "In which this actor takes part, by id or slug" }),
    plannedAsOf: t.field({
      type: "Date",
      description: "That may on this day have been known to be planned, and not yet begun",
    }),
  }),
});

export const eventOrder = { columns: ["fromEarliest", "id"], direction: "asc" } as const;

/** The columns that the filter reads, of the table or of a view on it. */
type EventColumns = Record<
  "id" | "kind" | "fromEarliest" | "fromLatest" | "toLatest" | "announcedEarliest",
  SQLWrapper
>;

/** SQL: keeps the events that the filter asks for. */
export function eventsAsked(filter: EventFilterValue | null | undefined) {
  return (row: EventColumns): SQL | undefined => {
    const { between, kind, participant, plannedAsOf } = filter ?? {};
    return and(
      kind == null ? undefined : eq(row.kind, kind),
      between?.from == null ? undefined : sql`${row.toLatest} > ${between.from}`,
      between?.to == null ? undefined : lte(row.fromEarliest, between.to),
      participant == null
        ? undefined
        : sql`${row.id} in (select ${eventParticipants.eventId} from ${eventParticipants} where ${eventParticipants.actorId} = ${actorId(participant)})`,
      plannedAsOf == null ? undefined : and(lte(row.announcedEarliest, plannedAsOf), gt(row.fromLatest, plannedAsOf)),
    );
  };
}

interface EventArguments extends PageArguments {
  filter?: EventFilterValue | null | undefined;
}

function events({ filter }: EventArguments): ListQuery<"events"> {
  return { where: eventsAsked(filter), order: eventOrder };
}

const FILTER = "Which of them; all when left out";

builder.drizzleInterfaceFields(Actor, (t) => ({
  events: t.field({
    type: EventConnection,
    description: "The events that it takes part in, the earliest first, each once",
    args: { ...t.arg.connectionArgs(), filter: t.arg({ type: EventFilter, description: FILTER }) },
    ...relatedConnection({
      field: "Actor.events",
      parent: "actors",
      relation: "events",
      rows: "actorEvents",
      node: "Event",
      through: "event",
      query: ({ filter }: EventArguments) => {
        const keep = eventsAsked(filter);
        return {
          where: (row) => keep(row),
          order: eventOrder,
        };
      },
    }),
  }),
}));

builder.drizzleObjectFields(Alliance, (t) => ({
  events: t.field({
    type: EventConnection,
    description: "The events that are about it, the earliest first",
    args: { ...t.arg.connectionArgs(), filter: t.arg({ type: EventFilter, description: FILTER }) },
    ...relatedConnection({
      field: "Alliance.events",
      parent: "alliances",
      relation: "events",
      rows: "events",
      node: "Event",
      query: events,
    }),
  }),
}));
