import { cacheOf } from "../../domain/cache.ts";

const MINUTE_MS = 60_000;

export interface Budget {
  isEnough: boolean;
  /** What the client may still spend now. */
  remaining: number;
  /** Seconds until all is there again; where it was not enough, until it is. */
  seconds: number;
}

/** A bucket for each client, of this isolate: it is full at first, and filled again at a steady rate. */
export function tokenBuckets(capacity: number, perMinute: number) {
  const buckets = cacheOf<{ level: number; at: number }>("budget");
  const secondsFor = (missing: number) => Math.ceil((Math.max(missing, 0) / perMinute) * (MINUTE_MS / 1000));

  /** Takes the cost of a request from a client's bucket, or nothing where there is too little; now in ms. */
  return (client: string, cost: number, now: number): Budget => {
    const last = buckets.get(client) ?? { level: capacity, at: now };
    const filled = (Math.max(now - last.at, 0) / MINUTE_MS) * perMinute;
    const before = Math.min(capacity, last.level + filled);
    const isEnough = cost <= before;
    const level = isEnough ? before - cost : before;
    buckets.set(client, { level, at: now });
    return { isEnough, remaining: Math.floor(level), seconds: secondsFor((isEnough ? capacity : cost) - level) };
  };
}
