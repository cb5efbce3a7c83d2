import { type SQL, sql } from "drizzle-orm";
import { check, integer, type SQLiteColumn, text } from "drizzle-orm/sqlite-core";
import { FIRST_DAY, LAST_DAY } from "../../src/domain/time/day.ts";
import { type Rank, ranks, valuesOf } from "../../src/domain/vocabulary.ts";

/** The six columns of a period: each end as EDTF, and its earliest and latest day. */
export function periodColumns() {
  return {
    from: text("from_edtf"),
    to: text("to_edtf"),
    fromEarliest: text("from_earliest").notNull(),
    fromLatest: text("from_latest").notNull(),
    toEarliest: text("to_earliest").notNull(),
    toLatest: text("to_latest").notNull(),
  };
}

/** The columns of a fact that lasts: its period, that without what hedges add, and how long it is known to hold. */
export function lastingColumns() {
  return {
    ...periodColumns(),
    /** The days of an end as it is written, where it is hedged; null where the period's own days are those. */
    writtenFromEarliest: text("written_from_earliest"),
    writtenFromLatest: text("written_from_latest"),
    writtenToEarliest: text("written_to_earliest"),
    writtenToLatest: text("written_to_latest"),
    /** The last day on which somebody looked and found it still so; null where nobody said. */
    attestedOn: text("attested_on"),
    /** The last day for which it is borne out (`horizon.ts` in drizzle/query); null in what was written before there were horizons. */
    attestedUntil: text("attested_until"),
  };
}

/** The columns that say how a claim stands beside others of its subject. */
export function rankedColumns() {
  return {
    rank: rankColumn(),
    /** Whether answers go by it: of those that may overlap it has the best rank. Kept by triggers (`drizzle/claim`), for the present alone. */
    decides: integer("decides", { mode: "boolean" }).notNull().default(true),
  };
}

export function rankColumn() {
  return text("rank", { enum: valuesOf(ranks) })
    .notNull()
    .default("NORMAL" satisfies Rank);
}

/** A CHECK that a column holds one of a vocabulary's values (or null, where the column may be null). */
export function checkVocabulary(name: string, column: SQLiteColumn, values: readonly string[]) {
  return check(name, sql`${column} IN (${sql.raw(values.map((value) => `'${value}'`).join(", "))})`);
}

/** A CHECK that exactly one of the columns is set. */
export function checkOneOf(name: string, ...columns: SQLiteColumn[]) {
  const set = columns.map((column): SQL => sql`(${column} IS NOT NULL)`);
  return check(name, sql`${sql.join(set, sql` + `)} = 1`);
}

/** CHECKs that the days of a period are in order and agree with its open ends. */
export function checkPeriod(
  table: string,
  columns: Record<"from" | "to" | "fromEarliest" | "fromLatest" | "toEarliest" | "toLatest", SQLiteColumn>,
) {
  const { from, to, fromEarliest, fromLatest, toEarliest, toLatest } = columns;
  return [
    check(
      `${table}_period_order`,
      sql`${fromEarliest} <= ${fromLatest} AND ${toEarliest} <= ${toLatest} AND ${fromEarliest} < ${toLatest}`,
    ),
    check(
      `${table}_period_ends`,
      sql`(${from} IS NOT NULL OR (${fromEarliest} = '${sql.raw(FIRST_DAY)}' AND ${fromLatest} = '${sql.raw(LAST_DAY)}')) AND (${to} IS NOT NULL OR (${toEarliest} = '${sql.raw(LAST_DAY)}' AND ${toLatest} = '${sql.raw(LAST_DAY)}'))`,
    ),
  ];
}
