/** Equal answers are equal texts, whatever the order of keys. Cursors are left out: each contender has its own. */
export function canonical(data: unknown): string {
  return JSON.stringify(data, (key, value: unknown) => {
    if (key === "endCursor") return undefined;
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
}
