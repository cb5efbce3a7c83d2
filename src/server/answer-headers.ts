import { VARY } from "./cache/cache-control.ts";
import { cacheUse } from "./log/request-log.ts";
import { serverTiming } from "./log/server-timing.ts";
import { usualHeaders } from "./http/usual-headers.ts";
import type { AnsweredStage } from "./request-stage.ts";

const usual = { ...usualHeaders, "cache-control": "no-store", vary: VARY };

/**
 * All headers of an answer, as far as its stages tell them. They are set when its `Response` is made: each call on the
 * headers of one leaves JavaScript.
 */
export function answerHeaders(stage: AnsweredStage, contentType: string | null): Record<string, string> {
  const headers: Record<string, string> = { ...usual, "x-request-id": stage.state.requestId };
  if (contentType !== null) headers["content-type"] = contentType;
  const { batch, outcome } = stage;
  const budget = batch == null ? stage.budget : batch.operations.findLast((one) => one.budget !== undefined)?.budget;
  if (budget !== undefined) Object.assign(headers, budget);
  if (outcome !== undefined) Object.assign(headers, outcome.headers);
  headers["server-timing"] = timingOf(stage);
  return headers;
}

/** What the request took so far, as `Server-Timing`. */
export function timingOf({ state, execution, found }: AnsweredStage): string {
  const { milliseconds: sql, statements, rowsRead: rows } = state.usage;
  const total = state.elapsed();
  return serverTiming({
    prepared: execution?.startedAt ?? total,
    sql,
    statements,
    rows,
    total,
    cache: cacheUse(found),
    plan: execution?.planUse() ?? null,
  });
}
