/** How often a cache was asked, and had an answer or none. */
export interface Use {
  hits: number;
  misses: number;
}

export interface LruCache<Value> {
  get: (key: string) => Value | undefined;
  set: (key: string, value: Value) => void;
}

/** LRU cache: its entries are of so much at most together, and those used longest ago go to make room. */
export function lruCache<Value>(
  most: number,
  sizeOf: (value: Value) => number = () => 1,
  use: Use = { hits: 0, misses: 0 },
): LruCache<Value> {
  const entries = new Map<string, Value>();
  let size = 0;
  /** The key that was used last. */
  let latest: string | null = null;

  const forget = (key: string, value: Value): void => {
    entries.delete(key);
    size -= sizeOf(value);
  };

  const set = (key: string, value: Value): void => {
    const former = entries.get(key);
    if (former !== undefined) forget(key, former);
    entries.set(key, value);
    latest = key;
    size += sizeOf(value);
    for (const [oldest, its] of entries) {
      if (size <= most) break;
      forget(oldest, its);
    }
  };

  return {
    set,
    get: (key: string): Value | undefined => {
      const value = entries.get(key);
      if (value === undefined) use.misses += 1;
      else use.hits += 1;
      if (value === undefined || key === latest) return value;
      entries.delete(key);
      entries.set(key, value);
      latest = key;
      return value;
    },
  };
}
