import { type SQL, sql } from "drizzle-orm";
import { holdsOn as holdsOnSql, type PeriodColumns } from "../../drizzle/query/as-of.ts";
import type { Day } from "../../src/domain/time/day.ts";
import { holdsAtAll, holdsOn, type PeriodDays } from "../../src/domain/time/period.ts";
import type { Certainty as CertaintyValue } from "../../src/domain/vocabulary.ts";
import type { ArgumentBuilder } from "../builder.ts";
import { type Context, memoize } from "../context.ts";
import { Certainty } from "../enum.ts";

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
      description: "POSSIBLE: all that may hold on the day; CERTAIN: only what does whatever the uncertain dates mean",
    }),
  };
}

/** The day to answer for. */
export function dayAsked({ asOf }: AsOf, { today }: Context): Day {
  return asOf ?? today;
}

/** SQL: the period holds on the day asked for, with the certainty asked for. */
export function holdsAsAsked(period: PeriodColumns, args: AsOf, context: Context): SQL {
  return holdsOnSql(period, dayAsked(args, context), args.certainty ?? "POSSIBLE");
}

/** Hands the day down with each row, so that the row can say how surely it holds then. */
export function asOfExtra(args: AsOf, context: Context): { asOf: SQL<Day> } {
  const day = dayAsked(args, context);
  return memoize(context, JSON.stringify(["as of", day]), () => ({ asOf: sql<Day>`${day}` }));
}

/** The columns that `certaintyOf` needs. */
export const periodDaysColumns = { fromEarliest: true, fromLatest: true, toEarliest: true, toLatest: true } as const;

/**
 * How surely a row holds on the day handed down with it; where none was, whether there is a day
 * on which it surely held.
 */
export function certaintyOf(row: PeriodDays): CertaintyValue {
  const { asOf } = row as PeriodDays & { asOf?: Day };
  return (asOf === undefined ? null : holdsOn(row, asOf)) ?? holdsAtAll(row);
}
