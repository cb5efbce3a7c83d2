/** What generated rows are drawn with: the same seed, row and place give the same. */

/** The uniform draw number `which` for row n, from 0 up to 1: murmur3's finalizer over the three. */
export function draw(seed: number, n: number, which: number): number {
  let hash = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(n + 1, 0xc2b2ae35) ^ Math.imul(which + 1, 0x27d4eb2f);
  for (const factor of [0x85ebca6b, 0xc2b2ae35]) {
    hash ^= hash >>> 16;
    hash = Math.imul(hash, factor);
    hash ^= hash >>> 13;
  }
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** A place from 0 up to `size`, the k-th drawn about 1/k as often as the first (Zipf's law). */
export function zipf(uniform: number, size: number): number {
  return Math.min(size - 1, Math.floor((size + 1) ** uniform) - 1);
}

/** @param day counted from 1970-01-01 */
export function isoDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** The row of a table of shares, of which the first column is each row's share of 1, that a draw falls on. */
export function chosen<Row extends readonly [share: number, ...unknown[]]>(rows: readonly Row[], uniform: number): Row {
  let sum = 0;
  return rows.find(([share]) => (sum += share) > uniform) ?? rows.at(-1)!;
}
