import type { PlanUse } from "../../domain/plan-use.ts";

/** What a request took, in ms, and what was read for it. Within a Worker time stands still but for input and output. */
export interface Timing {
  /** Reading and checking the request, until it could be executed. */
  prepared: number;
  sql: number;
  statements: number;
  rows: number;
  total: number;
  /** Where the answer came from. */
  cache: "hit" | "miss" | "none";
  /** Whether by an execution plan; null where nothing was executed, or by no query. */
  plan: PlanUse | null;
}

/** The header `Server-Timing` (W3C), which browsers show beside a request. */
export function serverTiming({ prepared, sql, statements, rows, total, cache, plan }: Timing): string {
  return [
    `prepare;dur=${rounded(prepared)}`,
    `sql;dur=${rounded(sql)};desc="${statements} statements, ${rows} rows"`,
    ...(cache === "none" ? [] : [`cache;desc=${cache}`]),
    ...(plan === null ? [] : [`plan;desc=${plan}`]),
    `total;dur=${rounded(total)}`,
  ].join(", ");
}

function rounded(ms: number): number {
  return Math.round(ms * 10) / 10;
}
