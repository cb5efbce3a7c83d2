/**
 * How many parts a node has at most. Changes are held to it, and lists read no more, so that the cost of
 * a query can be told before it runs: docs/decisions/0019-cost.md.
 */
export const mostParts = {
  aliases: 50,
  identifiers: 50,
  citations: 50,
  participants: 100,
  statuses: 30,
  targets: 50,
} as const;
