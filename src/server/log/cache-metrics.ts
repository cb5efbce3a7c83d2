import { takeCacheUse } from "../../domain/cache.ts";
import type { Metrics } from "./request-log.ts";

/** So many requests of an isolate are told of together. */
const REQUESTS = 100;

/** Tells the operator now and then how the caches of this isolate were used: a data point for each that was asked. */
export function cacheMetrics(requests = REQUESTS): (metrics: Metrics | undefined) => void {
  let served = 0;
  return (metrics) => {
    served += 1;
    if (metrics === undefined || served < requests) return;
    served = 0;
    for (const { name, most, hits, misses } of takeCacheUse()) {
      if (hits + misses > 0) metrics.writeDataPoint({ blobs: [name], doubles: [hits, misses, most], indexes: [name] });
    }
  };
}
