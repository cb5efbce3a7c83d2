import { type SQL, type SQLWrapper, sql } from "drizzle-orm";

const isHedged = (text: SQL): SQL => sql`${text} glob '*[?~%]'`;
const unhedged = (text: SQL): SQL => sql`rtrim(${text}, '?~%')`;

/**
 * SQL: the earliest day of an end as it is written. The column has it, but where the first date of the
 * text is hedged, which then is a year, month or day. The TypeScript form is `writtenDays` in src/domain/time/period.ts.
 */
export function writtenEarliest(text: SQLWrapper, column: SQLWrapper): SQL {
  const first = sql`substr(${text}, 1, instr(${text} || '/', '/') - 1)`;
  return sql`case when ${isHedged(first)} then substr(${unhedged(first)} || '-01-01', 1, 10) else ${column} end`;
}

/** SQL: the latest day of an end as it is written, by the last date of the text. */
export function writtenLatest(text: SQLWrapper, column: SQLWrapper): SQL {
  const last = unhedged(sql`substr(${text}, instr(${text}, '/') + 1)`);
  // A month gets a 31st day, of which 'floor' makes its last.
  const day = sql`date(${last} || substr('-12-31', length(${last}) - 3), 'floor')`;
  return sql`case when ${isHedged(sql`${text}`)} then ${day} else ${column} end`;
}
