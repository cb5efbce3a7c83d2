import { builder } from "../builder.ts";
import type { PageArguments } from "../connection/page.ts";
import { readConnection } from "../connection/root-connection.ts";
import { EventConnection, EventFilter, type EventFilterValue, eventOrder, eventsAsked } from "../event.ts";

interface EventArguments extends PageArguments {
  filter?: EventFilterValue | null | undefined;
}

builder.queryField("events", (t) =>
  t.field({
    type: EventConnection,
    description: "The events, the earliest first",
    args: {
      ...t.arg.connectionArgs(),
      filter: t.arg({ type: EventFilter, description: "Which of them; all when left out" }),
    },
    resolve: (_root, args: EventArguments, context, info) =>
      readConnection(
        {
          field: "Query.events",
          rows: "events",
          query: ({ filter }: EventArguments) => ({ where: eventsAsked(filter), order: eventOrder }),
        },
        args,
        context,
        info,
      ) as never,
  }),
);
