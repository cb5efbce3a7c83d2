import { differing, keysOf, type Said, toldAs } from "./said.ts";

/**
 * What a writer would change of a node that has another value now than when they saw it, as changes are told. What is to be as
 * it is already, and what was changed and changed back, is in nobody's way.
 */
export function overtaken(seen: Said, now: Said, planned: Said): Set<string> {
  const names = new Set<string>();
  for (const key of keysOf(now, planned)) {
    const row = (planned.get(key) ?? now.get(key))!;
    const isWhole = !planned.has(key) || !now.has(key);
    const ours = new Set(differing(now.get(key), planned.get(key)));
    for (const field of differing(seen.get(key), now.get(key))) {
      if (ours.has(field) || (isWhole && ours.size > 0)) names.add(toldAs(row, field));
    }
  }
  return names;
}
