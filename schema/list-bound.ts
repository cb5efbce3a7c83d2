/** An argument of the field that tells how many the list has at most, itself or by its length. */
export interface BoundingArgument {
  argument: string;
  /** How many where it is left out. */
  usual: number;
  most: number;
}

/**
 * Options of a list field that say how many it has at most; of which the cost of a query is made
 * (src/edge/cost-plan.ts). A part of a number where it is lists of several parents together that are bound.
 */
export function atMost(most: number | BoundingArgument) {
  return { extensions: { atMost: most } };
}

/** The same for a list in each item of another one, where so many are in all of them together. */
export function atMostInAll(most: number, items: number) {
  return atMost(most / items);
}
