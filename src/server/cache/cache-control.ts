const DAY_MS = 86_400_000;
const YEAR_S = 31_536_000;

/** Of what stays as it is. */
export const IMMUTABLE = `public, max-age=${YEAR_S}, immutable`;

/** All that the answer under one address depends on (RFC 9110, 12.5.5). */
export const VARY = "Accept, Accept-Encoding, Authorization, Entente-Bookmark, Entente-Lineage, Entente-Revision";

export interface Lifetime {
  /** Whether it is of one revision of one lineage, both named: of a number alone a restore can make another. */
  isFixed: boolean;
  /** Whether "today" is in the answer. */
  usesToday: boolean;
  now: number;
}

/**
 * What a client may do with a shared answer. The present is asked for again each time, which costs little by its ETag;
 * what is pinned to a revision and its lineage stays as it is, unless it depends on today: then until the UTC day ends.
 */
export function policyOf({ isFixed, usesToday, now }: Lifetime): string {
  if (!isFixed) return "public, no-cache";
  return usesToday ? `public, max-age=${secondsLeftOfDay(now)}` : IMMUTABLE;
}

/** Seconds until the UTC day ends; at least 1. */
export function secondsLeftOfDay(now: number): number {
  return Math.max(1, Math.floor((DAY_MS - (now % DAY_MS)) / 1000));
}
