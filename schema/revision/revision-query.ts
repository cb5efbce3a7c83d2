import { and, eq, gt, gte, sql } from "drizzle-orm";
import { builder } from "../builder.ts";
import { ChangeConnection, changeOrder } from "./change.ts";
import type { RowOf } from "../read/table.ts";
import type { PageArguments } from "../connection/page.ts";
import { readConnection } from "../connection/root-connection.ts";
import { DayRange, type DayRangeValue } from "../time/day-range.ts";
import { badUserInput } from "../error.ts";
import { checkRange } from "../filter/condition.ts";
import { RevisionConnection } from "./history.ts";
import { orderAsked, type OrderValue, RevisionOrder } from "../filter/order.ts";
import { readRow } from "../read/read-rows.ts";
import { Revision } from "./revision.ts";
import { pageArguments } from "../connection/page-argument.ts";
import { asRead } from "../assertion.ts";

interface RevisionsArguments extends PageArguments {
  author?: string | null | undefined;
  between?: DayRangeValue | null | undefined;
  orderBy?: OrderValue<"NUMBER"> | null | undefined;
}

interface ChangesArguments extends PageArguments {
  since: number;
}

builder.queryFields((t) => ({
  revision: t.field({
    type: Revision,
    nullable: true,
    description: "One revision by its number; null where there is none",
    args: { number: t.arg.int({ required: true, description: "Its number, from 1 on" }) },
    resolve: (_root, { number }, context, info) => {
      const isMeant = (row: RowOf<"revisions">) => eq(row.number, number);
      return asRead(readRow({ table: "revisions", own: () => ({ where: { RAW: isMeant } }) }, context, info));
    },
  }),
  revisions: t.field({
    type: RevisionConnection,
    description: "The revisions, the newest first unless asked otherwise",
    args: {
      ...pageArguments(t.arg),
      author: t.arg.string({ description: "Only those of this author, exactly as named; of all when left out" }),
      between: t.arg({ type: DayRange, description: "Only those made on these days, in UTC; of all when left out" }),
      orderBy: t.arg({ type: RevisionOrder, description: "In which order; the newest first when left out" }),
    },
    resolve: (_root, args: RevisionsArguments, context, info) =>
      asRead(
        readConnection(
          {
            field: "Query.revisions",
            rows: "revisions",
            query: ({ author, between, orderBy }: RevisionsArguments) => {
              const { from, to } = checkRange("between", between);
              return {
                where: (row) =>
                  and(
                    author == null ? undefined : eq(row.author, author),
                    from == null ? undefined : gte(row.at, from),
                    to == null ? undefined : sql`substr(${row.at}, 1, 10) <= ${to}`,
                  ),
                order: orderAsked(orderBy ?? { field: "NUMBER", direction: "desc" }, { NUMBER: ["number"] }),
              };
            },
          },
          args,
          context,
          info,
        ),
      ),
  }),
  changes: t.field({
    type: ChangeConnection,
    description:
      "What was entered, changed and taken out after a revision, in the order in which it was; empty where nothing was. To follow the data, keep the number of the last revision read and ask for the changes since",
    args: {
      ...pageArguments(t.arg),
      since: t.arg.int({
        required: true,
        description: "The number of the revision, of which nothing is told any more; 0 for all there ever was",
      }),
    },
    resolve: (_root, args: ChangesArguments, context, info) => {
      if (args.since < 0)
        throw badUserInput(`Argument "since" of Query.changes is ${args.since}: give 0 or a revision`);
      return readConnection(
        {
          field: "Query.changes",
          rows: "changes",
          query: ({ since }: ChangesArguments) => ({
            where: (row) => gt(row.revisionNumber, since),
            order: changeOrder,
          }),
        },
        args,
        context,
        info,
      );
    },
  }),
}));
