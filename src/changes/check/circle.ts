import { nounNames } from "../../nouns/index.ts";
import { type Chains, chainKey, ownReferences } from "../load/current-chain.ts";
import type { Entries } from "../read/entry.ts";
import { type Fault, faultAt, within } from "../fault.ts";

/** Circles that entries close, with each other or with what is loaded: a parent of a parent that is the entry itself. */
export function circleFaults(entries: Entries, chains: Chains): Fault[] {
  return nounNames.flatMap((noun) =>
    ownReferences(noun).flatMap(({ name: field }) => {
      const loaded = chains.get(chainKey(noun, field));
      const told = new Map(entries[noun].map(({ name, value }) => [name, Reflect.get(value, field) as unknown]));
      const above = (name: string): unknown => (told.has(name) ? told.get(name) : loaded?.get(name));
      return entries[noun].flatMap(({ name, place }): Fault[] => {
        const way = wayBack(name, above);
        // Those from before circles were looked for are in no other edit's way.
        if (way === null || way.slice(1).every((next, index) => loaded?.get(way[index]!) === next)) return [];
        const message = `${way.join(" → ")} would be a circle: the ${field} of one of them must be another, or none`;
        return [faultAt(within(place, field), message)];
      });
    }),
  );
}

/** The way up from a name back to it; null where it ends elsewhere, and for what refers to itself, which is told of as that. */
function wayBack(start: string, above: (name: string) => unknown): string[] | null {
  const way = [start];
  for (let next = above(start); typeof next === "string"; next = above(next)) {
    if (next === start) return way.length === 1 ? null : [...way, next];
    // A circle further up, in which the start is not.
    if (way.includes(next)) return null;
    way.push(next);
  }
  return null;
}
