import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { PeriodColumns } from "./as-of.ts";
import { writtenEarliest, writtenLatest } from "./written-days.ts";

/** The columns of a period with its ends as they are written, by which overlap is judged. */
export type WrittenColumns = PeriodColumns & Record<"from" | "to", SQLWrapper>;

/**
 * SQL: there is a day on which both periods may hold by their dates as written. What a hedge adds is no
 * claim that the other does not hold then, and leaves no row out. The TypeScript form is `mayOverlap` of `writtenDays`.
 */
export function mayOverlap(a: WrittenColumns, b: WrittenColumns): SQL {
  const begins = (period: WrittenColumns) => writtenEarliest(period.from, period.fromEarliest);
  const ends = (period: WrittenColumns) => writtenLatest(period.to, period.toLatest);
  return sql`${begins(a)} < ${ends(b)} and ${begins(b)} < ${ends(a)}`;
}

/** SQL: there is a day on which both hold whatever their dates mean, as written. */
export function surelyOverlap(a: WrittenColumns, b: WrittenColumns): SQL {
  const begun = (period: WrittenColumns) => writtenLatest(period.from, period.fromLatest);
  const holds = (period: WrittenColumns) => writtenEarliest(period.to, period.toEarliest);
  return sql`${begun(a)} < ${holds(b)} and ${begun(b)} < ${holds(a)}`;
}
