import { dayAfter } from "../../../src/domain/time/day.ts";
import { parsePartialDate } from "../../../src/domain/time/partial-date.ts";
import { cell, type TableRow } from "../file/table-row.ts";

/** COW tells of no alliance before this day or after the last: what it says of them is cut off there. */
export const HORIZON = { first: "1816-01-01", last: "2012-12-31" };

/** How COW and files made of it write what is not known: as -9, -8 or 0, with decimals where the column has them, or as R writes it. */
const UNKNOWN = /^(?:(?:-\d+|0+)(?:\.0+)?|NA)$/;

/** Whether a date is told of whose year nobody knows. */
function isOfUnknownYear(row: TableRow, prefix: string): boolean {
  return UNKNOWN.test(cell(row, `${prefix}_year`));
}

/** A date in three columns as EDTF, as fine as it is known; null where there is none, or its year is not known. */
export function cowDate(row: TableRow, prefix: string): string | null {
  const [year, month, day] = ["year", "month", "day"].map((part) =>
    cell(row, `${prefix}_${part}`).replace(UNKNOWN, "").replace(/\.0+$/, ""),
  );
  if (!year) return null;
  const parts = [
    year.padStart(4, "0"),
    ...(month ? [month.padStart(2, "0"), ...(day ? [day.padStart(2, "0")] : [])] : []),
  ];
  return parsePartialDate(parts.join("-")).edtf;
}

/**
 * The first day without what ends on a date; null where COW tells of no end. COW counts the last day in: of two spells
 * end to end the second begins on the day after. An end of an unknown year was before COW's horizon.
 */
export function cowEnd(row: TableRow, prefix: string): string | null {
  if (isOfUnknownYear(row, prefix) && cell(row, "right_censor") !== "1") {
    const start = cowDate(row, prefix.replace("end", "st"));
    const first = start === null ? ".." : dayAfter(parsePartialDate(start).earliest);
    return `${first}/${dayAfter(HORIZON.last)}`;
  }
  const date = cowDate(row, prefix);
  if (date === null) return null;
  const { earliest, latest } = parsePartialDate(date);
  return earliest === latest ? dayAfter(latest) : `${dayAfter(earliest)}/${dayAfter(latest)}`;
}

/** When a membership began. One cut off at the horizon began between its alliance and the horizon. */
export function cowStart(row: TableRow): string | null {
  const start = cowDate(row, "mem_st");
  if (cell(row, "left_censor") !== "1") return start;
  const founded = cowDate(row, "all_st");
  return founded === null || founded > HORIZON.first ? `../${HORIZON.first}` : `${founded}/${HORIZON.first}`;
}
