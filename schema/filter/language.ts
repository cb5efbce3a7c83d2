import { or, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { languageRangeFault, RANGE_RULE } from "../../src/domain/text/language/language-range.ts";
import { badUserInput } from "../error.ts";
import { isOneOf, type Several } from "./condition.ts";

export const IN_LANGUAGE = `In one of these languages, ${RANGE_RULE}`;

/** The longest tag that is stored: RFC 5646, section 4.4.1. */
const LONGEST_TAG = 35;

/**
 * SQL: the column's tag is matched by one of the ranges, by the basic filtering of RFC 4647, section 3.3.1. The start of the
 * tag and a hyphen is compared, and not a pattern, since D1 takes none of more than 50 bytes; ranges of one length are
 * looked for together.
 * @throws a GraphQLError BAD_USER_INPUT for what is no range
 */
export function isInLanguage(column: SQLWrapper, ranges: Several<string>, filter: string): SQL | undefined {
  if (ranges == null) return undefined;
  for (const [index, range] of ranges.entries()) {
    const fault = languageRangeFault(range);
    if (fault === null) continue;
    throw badUserInput(`Argument "${filter}.language[${index}]" is ${JSON.stringify(shown(range))}: ${fault}`);
  }
  if (ranges.includes("*")) return undefined;
  const starts = new Set(ranges.map((range) => `${range.toLowerCase()}-`));
  const byLength = Map.groupBy(starts, ({ length }) => length);
  const matches = [...byLength].flatMap(([length, several]) =>
    length > LONGEST_TAG + 1 ? [] : [isOneOf(sql`substr(lower(${column}) || '-', 1, ${length})`, several)],
  );
  return eitherOf(matches) ?? sql`false`;
}

/** A range as errors tell of it, cut where it is longer than any tag. */
function shown(range: string): string {
  return range.length > LONGEST_TAG ? `${range.slice(0, LONGEST_TAG)}…` : range;
}

/** SQL: one of the conditions, halved again and again: written one after the other they are as deep as many, and D1 takes 100. */
function eitherOf(conditions: readonly (SQL | undefined)[]): SQL | undefined {
  if (conditions.length <= 2) return or(...conditions);
  const half = conditions.length >> 1;
  return or(eitherOf(conditions.slice(0, half)), eitherOf(conditions.slice(half)));
}
