import { builder } from "../builder.ts";
import { costOfRows } from "../list-bound.ts";
import type { PageArguments } from "../connection/page.ts";
import { readConnection } from "../connection/root-connection.ts";
import { DisagreementConnection } from "./disagreement.ts";
import { pageArguments } from "../connection/page-argument.ts";
import { asRead } from "../assertion.ts";

builder.queryField("disagreements", (t) =>
  t.field({
    type: DisagreementConnection,
    extensions: { extraCost: costOfRows(200_000) },
    description:
      "Where sources disagree about when an actor took part in an alliance, an alliance had a status or obliged its members, someone held an office or an event took place, by the earliest date claimed. What is not kept as a fact of its own, such as a count of members, is not told here",
    args: pageArguments(t.arg),
    resolve: (_root, args: PageArguments, context, info) =>
      asRead(
        readConnection(
          {
            field: "Query.disagreements",
            rows: "disagreements",
            query: () => ({ order: { columns: ["fromEarliest", "sort", "leadId"], direction: "asc" } }),
          },
          args,
          context,
          info,
        ),
      ),
  }),
);
