import type { Usage } from "../../domain/usage.ts";
import type { Timing } from "./server-timing.ts";
import type { Found } from "../cache/shared-answer.ts";

/** Cloudflare's Analytics Engine. */
export interface Metrics {
  writeDataPoint: (point: { blobs: string[]; doubles: number[]; indexes: string[] }) => void;
}

/** What is recorded of a request. Nothing of what a user sent is in it. */
export interface RequestRecord {
  requestId: string;
  /** The name of a trusted document; of any other, none. */
  operation: string;
  status: number;
  /** Of the first error, null where there is none. */
  code: string | null;
  cache: Timing["cache"];
  plan: Timing["plan"];
  role: string | undefined;
  cost: number;
  usage: Usage;
  /** In ms, until the answer was made or the stream of it had ended. */
  total: number;
}

/** Tells the operator what a request took, in a data point, and in a line of the log where there is one to write. */
export function record(
  { requestId, operation, status, code, cache, plan, role, cost, usage, total }: RequestRecord,
  metrics: Metrics | undefined,
  log: ((line: object) => void) | null,
): void {
  const { statements, rowsRead: rows } = usage;
  const outcome = code ?? (status < 400 ? "ok" : `${status}`);
  metrics?.writeDataPoint({
    blobs: [operation, outcome, cache, plan ?? "none"],
    doubles: [total, cost, statements, rows],
    indexes: [operation],
  });
  log?.({ level: "info", requestId, operation, status, outcome, cache, plan, role, cost, statements, rows, total });
}

/** Where the answer came from. */
export function cacheUse(found: Found | null | undefined): Timing["cache"] {
  if (found == null) return "none";
  return found.answer !== null || found.isKnown ? "hit" : "miss";
}
