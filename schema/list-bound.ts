/** An argument of the field that tells how many the list has at most, itself or by its length. */
export interface BoundingArgument {
  argument: string;
  /** How many where it is left out. */
  usual: number;
  most: number;
}

/**
 * Options of a list field that say how many it has at most, which the cost of a query is made of
 * (src/server/cost/cost-plan.ts), and what it costs besides.
 */
export function atMost(most: number | BoundingArgument, extraCost = 0) {
  return { extensions: { atMost: most, extraCost } };
}

/** The same for a list in each item of another one, where so many are in all of them together. */
export function atMostInAll(most: number, items: number) {
  return atMost(most / items);
}

/** What a field that reads up to 20,000 rows costs, whatever is asked of what it finds. */
export const COST_OF_MANY_ROWS = 1000;

/** What a field that looks words or names up costs. */
export const COST_OF_LOOKUP = 10;
