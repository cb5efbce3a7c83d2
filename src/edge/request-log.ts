import type { Exchange } from "./exchange.ts";
import { serverTiming } from "./server-timing.ts";

/** Cloudflare's Analytics Engine. */
export interface Metrics {
  writeDataPoint: (point: { blobs: string[]; doubles: number[]; indexes: string[] }) => void;
}

/**
 * Tells what a request took: the client in `Server-Timing`, the operator in a data point, and in a line of the log where
 * there is one to write. Nothing of what a user sent is in it: an operation has a name only where its document is a
 * trusted one.
 */
export function record<Context>(
  exchange: Exchange<Context>,
  { headers, status }: Response,
  log: ((line: object) => void) | null,
): void {
  const { usage, cost, found, named, requestId, identity, metrics } = exchange;
  const { statements, rowsRead: rows } = usage;
  const total = exchange.elapsed();
  const cache = found === null ? "none" : found.answer !== null || found.isKnown ? "hit" : "miss";
  const prepared = exchange.prepared ?? total;
  headers.set("server-timing", serverTiming({ prepared, sql: usage.milliseconds, statements, rows, total, cache }));
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
