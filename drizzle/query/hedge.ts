import { FIRST_DAY, LAST_DAY } from "../../src/domain/time/day.ts";

/** SQL texts of the days of a date of which a part is hedged, for rows that were written before hedges widened. */
export interface HedgedDays {
  earliest: string;
  latest: string;
  /** The latest day, and of a hedged one the day after. */
  surely: string;
}

/** SQL: whether a date has a hedge. */
export function isHedged(edtf: string): string {
  return `${edtf} GLOB '*[?~%]*'`;
}

/** SQL: whether the last date of an EDTF text is hedged. */
export function endsHedged(edtf: string): string {
  return `substr(${edtf}, -1) IN ('?', '~', '%')`;
}

/**
 * SQL: the days of an EDTF text, for each of its two parts that is hedged; for others what the columns have. The TypeScript
 * form, which reads all forms of dates, is `parsePartialDate` in src/domain/time/partial-date.ts.
 */
export function hedgedDays(edtf: string, columns: { earliest: string; latest: string }): HedgedDays {
  const first = `iif(instr(${edtf}, '/') > 0, substr(${edtf}, 1, instr(${edtf}, '/') - 1), ${edtf})`;
  const last = `substr(${edtf}, instr(${edtf}, '/') + 1)`;
  return {
    earliest: `iif(${endsHedged(first)}, ${widenedEarliest(first)}, ${columns.earliest})`,
    latest: `iif(${endsHedged(last)}, ${widenedLatest(last)}, ${columns.latest})`,
    surely: `iif(${endsHedged(last)}, coalesce(date(${widenedLatest(last)}, '+1 day'), '${LAST_DAY}'), ${columns.latest})`,
  };
}

const base = (part: string) => `rtrim(${part}, '?~%')`;
/** So many units a hedge widens by. */
const units = (part: string) => `iif(substr(${part}, -1) = '%', 2, 1)`;

function widenedEarliest(part: string): string {
  const unit = `CASE length(${base(part)}) WHEN 4 THEN ' years' WHEN 7 THEN ' months' ELSE ' days' END`;
  const day = `date(substr(${base(part)} || '-01-01', 1, 10), '-' || ${units(part)} || ${unit})`;
  return `max(coalesce(${day}, '${FIRST_DAY}'), '${FIRST_DAY}')`;
}

function widenedLatest(part: string): string {
  return `coalesce(CASE length(${base(part)})
      WHEN 4 THEN date(${base(part)} || '-12-31', '+' || ${units(part)} || ' years')
      WHEN 7 THEN date(${base(part)} || '-01', '+' || (${units(part)} + 1) || ' months', '-1 day')
      ELSE date(${base(part)}, '+' || ${units(part)} || ' days') END, '${LAST_DAY}')`;
}
