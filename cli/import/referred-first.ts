/** All in their order, but each after those that it refers to. In a ring, the one that is met first comes last. */
export function referredFirst<T>(all: Iterable<T>, referred: (one: T) => readonly (T | undefined)[]): T[] {
  const met = new Set<T>();
  const sorted = new Set<T>();
  for (const one of all) {
    // Not by recursion: a chain may be longer than the stack is deep.
    const path = [one];
    while (path.length > 0) {
      const last = path.at(-1)!;
      met.add(last);
      const before = referred(last).find((other) => other !== undefined && !met.has(other));
      if (before !== undefined) path.push(before);
      else sorted.add(path.pop()!);
    }
  }
  return [...sorted];
}
