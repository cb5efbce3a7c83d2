import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Day } from "../../src/domain/time/day.ts";
import type { PeriodDays } from "../../src/domain/time/period.ts";
import type { Certainty } from "../../src/domain/vocabulary.ts";

/** The columns that say when something holds. */
export type PeriodColumns = Record<keyof PeriodDays, SQLWrapper>;

/**
 * SQL: the period holds on the day with at least this certainty. CERTAIN asks for what holds
 * whatever the uncertain ends mean. The TypeScript form is `holdsOn` in src/domain/time/period.ts.
 */
export function holdsOn(period: PeriodColumns, day: Day, certainty: Certainty): SQL {
  return certainty === "CERTAIN"
    ? sql`${period.fromLatest} <= ${day} and ${day} < ${period.toEarliest}`
    : sql`${period.fromEarliest} <= ${day} and ${day} < ${period.toLatest}`;
}
