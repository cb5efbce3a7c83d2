import type { Said } from "./said.ts";

/**
 * The parts that came in the place of one, which no longer is there: those that a revision put into the list out of which it took
 * it, and so on. The states are those of each revision that changed the list, the oldest first.
 */
export function successorsOf(key: string, states: readonly Said[]): ReadonlySet<string> {
  const found = new Set([key]);
  for (const [index, after] of states.entries()) {
    const before = states[index - 1];
    const list = before?.get([...found].find((one) => before.has(one) && !after.has(one)) ?? "")?.list;
    if (before === undefined || list == null) continue;
    for (const one of found) if (!after.has(one)) found.delete(one);
    for (const [one, row] of after) if (row.list === list && !before.has(one)) found.add(one);
  }
  return found;
}
