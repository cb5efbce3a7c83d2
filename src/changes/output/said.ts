type Said<T> = { [K in keyof T]: null extends T[K] ? Exclude<T[K], null> | undefined : T[K] };

/** An entry without what it does not say: nulls and empty lists. */
export function said<T extends object>(entry: T): Said<T> {
  const fields = Object.entries(entry).filter(
    ([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(fields) as Said<T>;
}

/** A rank as entries say it: NORMAL is left out. */
export function saidRank<R extends string>(rank: R): R | null {
  return rank === "NORMAL" ? null : rank;
}
