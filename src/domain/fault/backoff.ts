const FIRST_MS = 100;

/**
 * How long to wait after so many failures, in milliseconds: twice as long after each, of which one half is left to
 * chance, so that those who failed together do not come back together.
 */
export function backoff(failures: number, random: () => number): number {
  const most = FIRST_MS * 2 ** (failures - 1);
  return (most * (1 + random())) / 2;
}

const FIRST_COLLISION_MS = 25;
const LONGEST_COLLISION_MS = 400;

/**
 * How long to wait after so many collisions with others who want the same, in milliseconds: any time up to a bound that
 * doubles with each, since what matters is that they come apart.
 */
export function collisionWait(collisions: number, random: () => number): number {
  return random() * Math.min(FIRST_COLLISION_MS * 2 ** (collisions - 1), LONGEST_COLLISION_MS);
}
