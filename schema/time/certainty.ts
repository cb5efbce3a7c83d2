import { readOn } from "../../drizzle/query/as-of.ts";
import type { Day } from "../../src/domain/time/day.ts";
import { holdsOn, type LastingDays } from "../../src/domain/time/period.ts";
import type { ArgumentBuilder } from "../builder.ts";
import { Certainty } from "../enum.ts";
import { asRead, asSelection } from "../assertion.ts";

/** What is read of a row to tell how surely it holds on any day. */
const selection = asSelection({
  columns: { fromEarliest: true, fromLatest: true, toEarliest: true, toLatest: true, attestedUntil: true },
  extras: { readOn },
});

/** The options of the field `certainty` of a node that holds over a period. */
export function certaintyOfNode(arg: ArgumentBuilder, holds: string) {
  return {
    type: Certainty,
    nullable: true,
    args: { asOf: arg({ type: "Date", required: true, description: "The day to answer for" }) },
    select: selection,
    description: `How surely ${holds} on the day, by its own dates and sources; null where it cannot. CERTAIN at most until period.attestedUntil, and never after the day of the revision that is read`,
    resolve: (row: object, { asOf }: { asOf: Day }) => holdsOn(asRead<LastingDays>(row), asOf),
  } as const;
}

/** The options of the field `attestedOn` of a fact. */
export const attestedOnOption = {
  type: "Date",
  nullable: true,
  description: "The last day on which somebody looked and found it still so; null where nobody said",
} as const;
