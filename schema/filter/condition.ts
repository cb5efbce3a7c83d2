import { and, eq, gte, inArray, lte, type SQL, type SQLWrapper, sql, type Table } from "drizzle-orm";
import type { DayRangeValue } from "../time/day-range.ts";
import { badUserInput } from "../error.ts";
import { keysOf } from "../node/global-id.ts";
import { actorId, actorIds, allianceId, articleId } from "../node/reference.ts";

/** Values to be one of; null where no such condition is made. */
export type Several<Value> = readonly Value[] | null | undefined;

/** SQL: the column holds one of the values. A single one is compared, so that an index keeps its order. */
export function isOneOf(column: SQLWrapper, values: Several<string | number>): SQL | undefined {
  if (values == null) return undefined;
  return values.length === 1 ? sql`${column} = ${values[0]}` : sql`${column} in ${listOf(values)}`;
}

/** SQL: the column leads to one of the actors, each by id or slug. */
export function isActor(column: SQLWrapper, references: Several<string>): SQL | undefined {
  if (references == null || references.length < 2) return leadsTo(column, references, actorId);
  return sql`${column} in (${actorIds(references)})`;
}

/** SQL: the column leads to one of the alliances, each by id or slug. */
export function isAlliance(column: SQLWrapper, references: Several<string>): SQL | undefined {
  return leadsTo(column, references, allianceId);
}

/** SQL: the column leads to one of the articles, each by id or slug. */
export function isArticle(column: SQLWrapper, references: Several<string>): SQL | undefined {
  return leadsTo(column, references, articleId);
}

/** SQL: the column leads to one of the events, each by id. */
export function isEvent(column: SQLWrapper, ids: Several<string>): SQL | undefined {
  if (ids == null) return undefined;
  return isOneOf(
    column,
    ids.flatMap((id) => keysOf(id, ["Event"])?.[0] ?? []),
  );
}

/**
 * SQL: a date that lies between two days may lie in the range, both ends included.
 * @throws a GraphQLError BAD_USER_INPUT for a range that ends before it begins
 */
export function mayLieIn(
  field: string,
  earliest: SQLWrapper,
  latest: SQLWrapper,
  range: DayRangeValue | null | undefined,
): SQL | undefined {
  const { from, to } = checkRange(field, range);
  return and(from == null ? undefined : gte(latest, from), to == null ? undefined : lte(earliest, to));
}

/** @throws a GraphQLError BAD_USER_INPUT for a range that ends before it begins */
export function checkRange(field: string, range: DayRangeValue | null | undefined): DayRangeValue {
  const { from, to } = range ?? {};
  if (from != null && to != null && from > to) {
    throw badUserInput(`"${field}" is from ${from} to ${to}: give as "to" a day not before "from"`);
  }
  return { from, to };
}

/** SQL: the id of a row is among those that a subquery selects. */
export function isIn(id: SQLWrapper, column: SQLWrapper, from: SQLWrapper | Table, condition: SQL | undefined): SQL {
  return condition === undefined
    ? sql`${id} in (select ${column} from ${from})`
    : sql`${id} in (select ${column} from ${from} where ${condition})`;
}

/** SQL: the values as a list to look in. */
export function listOf(values: readonly (string | number)[]): SQL {
  return sql`(select value from json_each(${JSON.stringify(values)}))`;
}

function leadsTo(column: SQLWrapper, references: Several<string>, idOf: (reference: string) => SQL): SQL | undefined {
  if (references == null) return undefined;
  const [only, ...others] = references.map(idOf);
  return only !== undefined && others.length === 0 ? eq(column, only) : inArray(column, references.map(idOf));
}
