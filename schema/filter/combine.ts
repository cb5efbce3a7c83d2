import { and, not, or, type SQL, sql } from "drizzle-orm";
import { badUserInput } from "../error.ts";

/** What every filter has besides its own fields. */
export interface Combined<Filter> {
  any?: readonly Filter[] | null | undefined;
  not?: Filter | null | undefined;
}

const DEEPEST = 3;
const MOST_IN_ANY = 10;
/** D1 takes at most 100 parameters in a statement, and 100 kB of SQL. */
const MOST_VALUES = 40;
/** Each reference in a filter is two subqueries, of which SQLite can hold no more for one statement. */
const MOST_NESTED = 14;

export const TOGETHER = `fields combine with AND, a list takes one value or several to be one of (an empty one keeps nothing), and there are at most ${MOST_VALUES} values in all`;
export const ANY = `That at least one of these filters keeps, besides all the rest: at most ${MOST_IN_ANY}, and nested with "not" at most ${DEEPEST} deep and ${MOST_NESTED} in all; none where the list is empty`;
export const NOT = "That this filter does not keep; what has no value for a field is not kept by it, and so is here";

/**
 * SQL: the conditions of the filter's own fields and those of the filters nested in it. What a
 * field knows nothing of (null) is not kept by the field, and so is kept by its "not". `conditionsOf`
 * is told the filter's place, such as filter.any[0]; `inherit` gives a nested filter what it takes over from the one around it.
 * @throws a GraphQLError BAD_USER_INPUT for a filter too large to be read
 */
export function combine<Filter extends Combined<Filter>>(
  filter: Filter | null | undefined,
  conditionsOf: (filter: Filter, place: string) => SQL | undefined,
  inherit: (inner: Filter, around: Filter) => Filter = (inner) => inner,
): SQL | undefined {
  if (filter == null) return undefined;
  checkSize(filter);
  return build(filter, "filter");

  function build(around: Filter, place: string): SQL | undefined {
    const nested = (inner: Filter, field: string) => build(inherit(inner, around), `${place}.${field}`) ?? sql`true`;
    const { any, not: unwanted } = around;
    return and(
      conditionsOf(around, place),
      any == null
        ? undefined
        : any.length === 0
          ? sql`false`
          : or(...any.map((inner, index) => nested(inner, `any[${index}]`))),
      unwanted == null ? undefined : not(sql`coalesce((${nested(unwanted, "not")}), false)`),
    );
  }
}

function checkSize<Filter extends Combined<Filter>>(filter: Filter): void {
  const { filters, values } = sizeOf(filter, 0);
  if (filters - 1 > MOST_NESTED) {
    throw badUserInput(`Argument "filter" has ${filters - 1} filters nested in it: give at most ${MOST_NESTED}`);
  }
  if (values > MOST_VALUES) {
    throw badUserInput(
      `Argument "filter" has ${values} values, those in its lists and in "any" and "not" counted: give at most ${MOST_VALUES}`,
    );
  }
}

/** How many filters it is, itself included, and how many values they have. */
function sizeOf<Filter extends Combined<Filter>>(filter: Filter, depth: number): { filters: number; values: number } {
  if (depth > DEEPEST) {
    throw badUserInput(`Argument "filter" nests "any" and "not" deeper than ${DEEPEST}: write it flatter`);
  }
  const { any, not: unwanted, ...own } = filter;
  if (any != null && any.length > MOST_IN_ANY) {
    throw badUserInput(`"any" of argument "filter" has ${any.length} filters: give at most ${MOST_IN_ANY}`);
  }
  const nested = [...(any ?? []), ...(unwanted == null ? [] : [unwanted])].map((inner) => sizeOf(inner, depth + 1));
  return nested.reduce((sum, inner) => ({ filters: sum.filters + inner.filters, values: sum.values + inner.values }), {
    filters: 1,
    values: countOf(own),
  });
}

function countOf(value: unknown): number {
  if (value == null) return 0;
  return typeof value === "object" ? Object.values(value).reduce<number>((sum, inner) => sum + countOf(inner), 0) : 1;
}
