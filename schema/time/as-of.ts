import type { SQL } from "drizzle-orm";
import { certaintyOn, holdsOn, type LastingColumns } from "../../drizzle/query/as-of.ts";
import type { Day } from "../../src/domain/time/day.ts";
import type { Certainty as CertaintyValue } from "../../src/domain/vocabulary.ts";
import type { ArgumentBuilder } from "../builder.ts";
import { type Context, memoize } from "../context.ts";
import { Certainty } from "../enum.ts";
import { asRead } from "../assertion.ts";

export interface AsOf {
  asOf?: Day | null | undefined;
  certainty?: CertaintyValue | null | undefined;
}

/** The arguments of everything that depends on time. */
export function asOfArguments(arg: ArgumentBuilder) {
  return {
    asOf: arg({ type: "Date", description: "The day to answer for; today (UTC) when left out" }),
    certainty: arg({
      type: Certainty,
      defaultValue: "POSSIBLE",
      description:
        "POSSIBLE: all that may hold on the day; CERTAIN: only what does whatever the uncertain dates mean, and is borne out for the day by a source",
    }),
  };
}

/** The day to answer for. */
export function dayAsked({ asOf }: AsOf, { today }: Context): Day {
  return asOf ?? today;
}

/** SQL: the fact holds on the day asked for, with the certainty asked for. */
export function holdsAsAsked(fact: LastingColumns, args: AsOf, context: Context): SQL {
  return holdsOn(fact, dayAsked(args, context), args.certainty ?? "POSSIBLE");
}

/** SQL for each row of a list: how surely it holds on the list's day, for `listCertainty`. */
export function certaintyAsAsked(args: AsOf, context: Context) {
  const day = dayAsked(args, context);
  return memoize(context, JSON.stringify(["certainty", day]), () => ({
    listCertainty: (row: LastingColumns) => certaintyOn(row, day),
  }));
}

/** What `certaintyAsAsked` had read with a row. */
export function listCertainty(row: Readonly<Record<string, unknown>>): CertaintyValue | null {
  return asRead(row["listCertainty"] ?? null);
}
