import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { PeriodDays } from "../../src/domain/time/period.ts";
import type { PeriodColumns } from "./as-of.ts";

/** The columns of a period, and of its hedged ends as they are written, by which overlap is judged. */
export type WrittenColumns = PeriodColumns & Record<`written${Capitalize<keyof PeriodDays>}`, SQLWrapper>;

/**
 * SQL: there is a day on which both periods may hold by their dates as written. What a hedge adds is no
 * claim that the other does not hold then, and leaves no row out. The TypeScript form is `mayOverlap` of `writtenDays`.
 */
export function mayOverlap(a: WrittenColumns, b: WrittenColumns): SQL {
  const begins = (period: WrittenColumns) => sql`coalesce(${period.writtenFromEarliest}, ${period.fromEarliest})`;
  const ends = (period: WrittenColumns) => sql`coalesce(${period.writtenToLatest}, ${period.toLatest})`;
  return sql`${begins(a)} < ${ends(b)} and ${begins(b)} < ${ends(a)}`;
}

/** SQL: there is a day on which both hold whatever their dates mean, as written. */
export function surelyOverlap(a: WrittenColumns, b: WrittenColumns): SQL {
  const begun = (period: WrittenColumns) => sql`coalesce(${period.writtenFromLatest}, ${period.fromLatest})`;
  const holds = (period: WrittenColumns) => sql`coalesce(${period.writtenToEarliest}, ${period.toEarliest})`;
  return sql`${begun(a)} < ${holds(b)} and ${begun(b)} < ${holds(a)}`;
}

/** SQL: the columns under the alias. */
export function writtenColumnsOf(alias: string): WrittenColumns {
  const column = (name: string): SQL => sql.raw(`${alias}.${name}`);
  return {
    fromEarliest: column("from_earliest"),
    fromLatest: column("from_latest"),
    toEarliest: column("to_earliest"),
    toLatest: column("to_latest"),
    writtenFromEarliest: column("written_from_earliest"),
    writtenFromLatest: column("written_from_latest"),
    writtenToEarliest: column("written_to_earliest"),
    writtenToLatest: column("written_to_latest"),
  };
}
