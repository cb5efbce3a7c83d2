import { and, gt, lte, type SQL, type SQLWrapper } from "drizzle-orm";
import { eventParticipants, events } from "../../drizzle/tables/index.ts";
import type { Day } from "../../src/domain/time/day.ts";
import type { EventKind as Kind } from "../../src/domain/vocabulary.ts";
import { refersTo } from "../argument/reference-kind.ts";
import { builder } from "../builder.ts";
import { DayRange, type DayRangeValue } from "../time/day-range.ts";
import { EventKind } from "../enum.ts";
import { ANY, combine, type Combined, NOT, TOGETHER } from "../filter/combine.ts";
import { checkRange, isActor, isAlliance, isIn, isOneOf, type Several } from "../filter/condition.ts";

export interface EventFilterValue extends Combined<EventFilterValue> {
  between?: DayRangeValue | null | undefined;
  kind?: Several<Kind>;
  participant?: Several<string>;
  plannedAsOf?: Day | null | undefined;
  place?: Several<string>;
  alliance?: Several<string>;
}

export const EventFilter = builder.inputRef<EventFilterValue>("EventFilter");

EventFilter.implement({
  description: `Which events; ${TOGETHER}`,
  fields: (t) => ({
    between: t.field({ type: DayRange, description: "That may lie, at least in part, between these days" }),
    kind: t.field({ type: [EventKind], description: "Of one of these kinds" }),
    participant: t.idList({
      ...refersTo("actors"),
      description: "In which one of these actors takes part, by id or slug",
    }),
    plannedAsOf: t.field({
      type: "Date",
      description: "That may on this day have been known to be planned, and not yet begun",
    }),
    place: t.stringList({ description: "At one of these places, each exactly as `place` gives it, such as London" }),
    alliance: t.idList({ ...refersTo("alliances"), description: "About one of these alliances, by id or slug" }),
    any: t.field({ type: [EventFilter], description: ANY }),
    not: t.field({ type: EventFilter, description: NOT }),
  }),
});

/** The columns that the filter reads, of the table or of a view on it. */
type EventColumns = Record<
  "id" | "kind" | "fromEarliest" | "fromLatest" | "toLatest" | "announcedEarliest",
  SQLWrapper
>;

/** SQL: keeps the events that the filter asks for. */
export function eventsAsked(filter: EventFilterValue | null | undefined) {
  return (row: EventColumns): SQL | undefined =>
    combine(filter, (asked) => {
      const { from, to } = checkRange("between", asked.between);
      const elsewhere = and(isOneOf(events.place, asked.place), isAlliance(events.allianceId, asked.alliance));
      return and(
        isOneOf(row.kind, asked.kind),
        from == null ? undefined : gt(row.toLatest, from),
        to == null ? undefined : lte(row.fromEarliest, to),
        asked.participant == null
          ? undefined
          : isIn(
              row.id,
              eventParticipants.eventId,
              eventParticipants,
              isActor(eventParticipants.actorId, asked.participant),
            ),
        asked.plannedAsOf == null
          ? undefined
          : and(lte(row.announcedEarliest, asked.plannedAsOf), gt(row.fromLatest, asked.plannedAsOf)),
        elsewhere === undefined ? undefined : isIn(row.id, events.id, events, elsewhere),
      );
    });
}
