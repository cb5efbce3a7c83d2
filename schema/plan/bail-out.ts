/** Thrown where something cannot be planned: the ordinary executor answers. */
export class BailOut extends Error {}

/** @throws BailOut for that reason */
export function bailOut(reason: string): never {
  throw new BailOut(reason);
}
