import type { Exchange } from "./exchange.ts";
import { serverTiming, type Timing } from "./server-timing.ts";
import type { Found } from "./shared-answer.ts";

/** Cloudflare's Analytics Engine. */
export interface Metrics {
  writeDataPoint: (point: { blobs: string[]; doubles: number[]; indexes: string[] }) => void;
}

/** What the request took so far, as `Server-Timing`. */
export function timingOf<Context>(exchange: Exchange<Context>): string {
  const { usage, found, elapsed } = exchange;
  const { milliseconds: sql, statements, rowsRead: rows } = usage;
  const total = elapsed();
  return serverTiming({ prepared: exchange.prepared ?? total, sql, statements, rows, total, cache: cacheUse(found) });
}

/**
 * Tells the operator what a request took, in a data point, and in a line of the log where there is one to write. Nothing of
 * what a user sent is in it: an operation has a name only where its document is a trusted one.
 */
export function record<Context>(
  exchange: Exchange<Context>,
  status: number,
  log: ((line: object) => void) | null,
): void {
  const { usage, found, named, requestId, identity, metrics } = exchange;
  const cost = exchange.cost?.requested ?? 0;
  const { statements, rowsRead: rows } = usage;
  const total = exchange.elapsed();
  const cache = cacheUse(found);
  const operation = named?.trustedName ?? "other";
  const outcome = exchange.code ?? (status < 400 ? "ok" : `${status}`);
  metrics?.writeDataPoint({
    blobs: [operation, outcome, cache],
    doubles: [total, cost, statements, rows],
    indexes: [operation],
  });
  log?.({
    level: "info",
    requestId,
    operation,
    status,
    outcome,
    cache,
    role: identity?.role,
    cost,
    statements,
    rows,
    total,
  });
}

/** Where the answer came from. */
function cacheUse(found: Found | null): Timing["cache"] {
  if (found === null) return "none";
  return found.answer !== null || found.isKnown ? "hit" : "miss";
}
