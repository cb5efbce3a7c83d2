/**
 * What D1 throws when it is the matter, not the statement: https://developers.cloudflare.com/d1/observability/debug-d1,
 * "List of D1_ERRORs", by the recommended action; and where a statement is right, and too large. Each comes with
 * `D1_ERROR: ` before it.
 */
export const d1Faults = {
  /** "Retry the operation." */
  transient: [
    "D1 DB reset because its code was updated.",
    "Internal error while starting up D1 DB storage caused object to be reset.",
    "Network connection lost.",
    "Internal error in D1 DB storage caused object to be reset.",
    "Cannot resolve D1 DB due to transient issue on remote node.",
    "Can't read from request stream because client disconnected.",
    // Not in the list: what the runtime makes of a fault of its own, with an id after it.
    "internal error; reference = ",
  ],
  /** "Optimize the queries …, send fewer requests by spreading the load over time". */
  overloaded: [
    "D1 DB storage operation exceeded timeout which caused object to be reset.",
    "D1 DB is overloaded. Requests queued for too long.",
    "D1 DB is overloaded. Too many requests queued.",
    "D1 DB's isolate exceeded its memory limit and was reset.",
    "D1 DB exceeded its CPU time limit and was reset.",
  ],
  /** https://www.sqlite.org/limits.html: a filter beneath several lists can come to more than D1's 100 levels. */
  tooLarge: ["Expression tree is too large", "parser stack overflow", "too many SQL variables", "statement too long"],
} as const;

export type D1Fault = keyof typeof d1Faults;

/** Null for an error that another attempt would only meet again. */
export function d1FaultOf(error: unknown): D1Fault | null {
  const message = error instanceof Error ? error.message : "";
  const isOne = (fault: D1Fault) => d1Faults[fault].some((text) => message.includes(text));
  return (Object.keys(d1Faults) as D1Fault[]).find(isOne) ?? null;
}

/** Whether a rule of the tables has kept a batch from being written, of which nothing is. */
export function isRolledBack(error: unknown): boolean {
  return error instanceof Error && / constraint failed: /.test(error.message);
}
