/** Thrown where something cannot be planned: the ordinary executor answers. */
export class Unplannable extends Error {}

/** @throws Unplannable for that reason */
export function giveUp(reason: string): never {
  throw new Unplannable(reason);
}
