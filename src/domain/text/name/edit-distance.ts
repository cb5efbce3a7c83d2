/**
 * How many insertions, deletions, substitutions and swaps of neighbours make one word of another (optimal string alignment);
 * one more than the most where it is more: nobody asks how many more.
 */
export function editDistance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    let leastOfRow = i;
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      let least = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (swapped) least = Math.min(least, beforeLast[j - 2]! + 1);
      row.push(least);
      leastOfRow = Math.min(leastOfRow, least);
    }
    // A swap may still make use of the row before.
    if (leastOfRow > most && Math.min(...last) >= most) return most + 1;
    beforeLast = last;
    last = row;
  }
  return Math.min(last[other.length]!, most + 1);
}
