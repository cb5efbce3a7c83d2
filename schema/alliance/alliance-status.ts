import { sql } from "drizzle-orm";
import { decides } from "../../drizzle/claim/deciding.ts";
import { mostParts } from "../../src/domain/list-bound.ts";
import { Alliance } from "./alliance.ts";
import { holdsByItsDates } from "../../drizzle/query/as-of.ts";
import { type AsOf, asOfArguments, dayAsked, holdsAsAsked } from "../time/as-of.ts";
import { attestedOnOption, certaintyOfNode } from "../time/certainty.ts";
import { builder } from "../builder.ts";
import { Citation, citationOrder } from "../article/citation.ts";
import { type Context, memoize } from "../context.ts";
import { AllianceStatusCode, Rank } from "../enum.ts";
import { writeGlobalId } from "../node/global-id.ts";
import { atMost } from "../list-bound.ts";
import { Node } from "../node/node.ts";
import type { RowOf } from "../read/table.ts";
import { Period, lastingEnds } from "../time/period.ts";
import { asRead, asSelection } from "../assertion.ts";

export const AllianceStatus = builder.drizzleObject("allianceStatuses", {
  name: "AllianceStatus",
  description: "How far an alliance had got, over a period, as its sources have it",
  interfaces: [Node],
  select: { columns: {} },
  fields: (t) => ({
    id: t.id({
      description: "An opaque id, the same for ever",
      select: { columns: { id: true } },
      resolve: (row) => writeGlobalId("AllianceStatus", row.id),
    }),
    code: t.expose("code", { type: AllianceStatusCode, description: "How far it had got" }),
    period: t.field({
      type: Period,
      select: { columns: lastingEnds },
      description: "When it stood so",
      resolve: (row) => row,
    }),
    certainty: t.field(certaintyOfNode(t.arg, "it stood so")),
    attestedOn: t.expose("attestedOn", attestedOnOption),
    rank: t.expose("rank", { type: Rank, description: "How the claim stands beside others that compete with it" }),
    alliance: t.relation("alliance", { description: "The alliance" }),
    citations: t.relation("citations", {
      type: Citation,
      query: citationOrder,
      ...atMost(mostParts.citations),
      description: "The places that bear it out, at least one",
    }),
  }),
});

builder.drizzleObjectFields(Alliance, (t) => ({
  status: t.field({
    type: AllianceStatus,
    nullable: true,
    args: asOfArguments(t.arg),
    description: "How far it had got on the day; null before it existed, and where no source tells",
    select: (args, context, nested) =>
      asSelection({ with: { statusSpells: nested(statusAsOf(args, context)) as object } }),
    resolve: (row) => asRead(asRead<{ statusSpells: { id: number }[] }>(row).statusSpells[0]),
  }),
  statuses: t.relation("statuses", {
    type: AllianceStatus,
    query: { orderBy: { fromEarliest: "asc", id: "asc" }, limit: mostParts.statuses },
    ...atMost(mostParts.statuses),
    description: "The whole lifecycle in order of time, competing claims of every rank beside one another",
  }),
}));

/** The one status as of a day: the surest by its dates first, then the latest begun. */
function statusAsOf(args: AsOf, context: Context) {
  const day = dayAsked(args, context);
  type Row = RowOf<"allianceStatuses">;
  return memoize(context, JSON.stringify(["status", day, args.certainty]), () => ({
    where: { RAW: (row: Row) => sql`${holdsAsAsked(row, args, context)} and ${decides(row)}` },
    orderBy: (row: Row) => [sql`(${holdsByItsDates(row, day)}) desc`, sql`${row.fromEarliest} desc`],
    limit: 1,
  }));
}
