import { builder } from "../builder.ts";
import { readConnection } from "../connection/root-connection.ts";
import { type EventArguments, eventArguments, EventConnection, events } from "./event.ts";
import { pageArguments } from "../connection/page-argument.ts";
import { asRead } from "../assertion.ts";

builder.queryField("events", (t) =>
  t.field({
    type: EventConnection,
    description: "The events, the earliest first unless asked otherwise",
    args: { ...pageArguments(t.arg), ...eventArguments(t.arg) },
    resolve: (_root, args: EventArguments, context, info) =>
      asRead(readConnection({ field: "Query.events", rows: "events", query: events }, args, context, info)),
  }),
);
