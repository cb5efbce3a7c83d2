/** One SQL statement, whose first column of the only row is the whole answer, as JSON. */
export interface Plan {
  sql: string;
  values: (string | number | null)[];
  /** Writes the answer, where it is not that. */
  write?: (rows: unknown[][]) => string;
}

export function bodyOf({ write }: Plan, rows: unknown[][]): string {
  return write === undefined ? (rows[0]![0] as string) : write(rows);
}

export type { Variables } from "../query/variable-set.ts";

/** SQL of an actor's GraphQL type. */
export const typeOfActor = (row: string) =>
  `case ${row}.type when 'STATE' then 'State' when 'PERSON' then 'Person' else 'Organization' end`;

/** SQL of a JSON boolean. */
export const truth = (condition: string) => `json(iif(${condition}, 'true', 'false'))`;

/**
 * SQL of a JSON array of what a select gives in its only column, `node`, in its order. JSON within is JSONB: that a text is
 * JSON is forgotten at the border of a subquery by newer SQLite.
 */
export const listOf = (select: string) => `(select jsonb_group_array(node) from (${select}))`;

export const TAKES_PART = "('MEMBER', 'CONTRIBUTING_PARTICIPANT')";

/** SQL: the day of the revision that is read, after which nothing is certain. */
const READ_ON = "(select substr(at, 1, 10) from revisions order by number desc limit 1)";

/** SQL: the fact surely holds on the day, and is borne out so long. */
export const isCertain = (row: string, day: string) =>
  `(${row}.from_latest <= ${day} and ${day} < ${row}.to_earliest and ${day} <= coalesce(min(${row}.attested_until, ${READ_ON}), '9999-12-31'))`;

/** SQL: answers go by the claim, since none of its subject has a better rank: docs/decisions/0045-deciding-claims.md. */
export const decides = (row: string) => `${row}.decides = 1`;

/** SQL: the fact may hold on the day, and answers go by it. */
export const holds = (row: string, day: string) =>
  `${row}.from_earliest <= ${day} and ${day} < ${row}.to_latest and ${decides(row)}`;
