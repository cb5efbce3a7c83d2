const FIRST_MS = 100;

/**
 * How long to wait after so many failures, in milliseconds: twice as long after each, of which one half is left to
 * chance, so that those who failed together do not come back together.
 */
export function backoff(failures: number, random: () => number): number {
  const most = FIRST_MS * 2 ** (failures - 1);
  return (most * (1 + random())) / 2;
}
