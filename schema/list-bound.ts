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

/**
 * What a field costs that reads rows besides those of its objects, by the most that it reads at 120,000 memberships: 10,000 take as long
 * as an answer of 50 objects (docs/decisions/0057-cost-of-work.md).
 */
export function costOfRows(most: number): number {
  return most / 200;
}

/** What a field that looks words or names up costs. */
export const COST_OF_LOOKUP = 10;
