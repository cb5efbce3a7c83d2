import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { type Day, LAST_DAY } from "../../src/domain/time/day.ts";
import type { PeriodDays } from "../../src/domain/time/period.ts";
import type { Certainty } from "../../src/domain/vocabulary.ts";

/** The columns that say when something holds. */
export type PeriodColumns = Record<keyof PeriodDays, SQLWrapper>;

/** The columns that say when a fact holds, and until when it is borne out. */
export type LastingColumns = PeriodColumns & Record<"attestedUntil", SQLWrapper>;

/** SQL: the day of the revision that is read, null before the first: nothing is certain after it. */
export const readOn: SQL<Day | null> = sql`(select substr(at, 1, 10) from revisions order by number desc limit 1)`;

/**
 * SQL: a fact holds on the day with at least this certainty. CERTAIN asks for what holds
 * whatever the uncertain ends mean, and is borne out so long. The TypeScript form is `holdsOn` in src/domain/time/period.ts.
 */
export function holdsOn(fact: LastingColumns, day: Day, certainty: Certainty): SQL {
  return certainty === "CERTAIN"
    ? sql`${holdsByItsDates(fact, day)} and ${day} <= coalesce(min(${fact.attestedUntil}, ${readOn}), ${sql.raw(`'${LAST_DAY}'`)})`
    : sql`${fact.fromEarliest} <= ${day} and ${day} < ${fact.toLatest}`;
}

/** SQL: a period holds on the day whatever its uncertain ends mean. */
export function holdsByItsDates(period: PeriodColumns, day: Day): SQL {
  return sql`${period.fromLatest} <= ${day} and ${day} < ${period.toEarliest}`;
}

/** SQL: how surely a fact holds on the day; null where it cannot. */
export function certaintyOn(fact: LastingColumns, day: Day): SQL<Certainty | null> {
  return sql`case when ${holdsOn(fact, day, "CERTAIN")} then 'CERTAIN' when ${holdsOn(fact, day, "POSSIBLE")} then 'POSSIBLE' end`;
}
