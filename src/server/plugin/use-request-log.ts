import type { ExecutionResult } from "graphql";
import { isAsyncIterable } from "graphql-yoga";
import { cacheMetrics } from "../log/cache-metrics.ts";
import { cacheUse, record } from "../log/request-log.ts";
import type { Settings } from "../settings.ts";
import { isComplete } from "../http/usual-headers.ts";
import { timingOf } from "../answer-headers.ts";
import { addStage, type RequestPlugin, stagesOf } from "../request-plugin.ts";
import type { AnsweredStage, StateStage, StreamStage } from "../request-stage.ts";
import { whenEnded } from "../when-ended.ts";

/**
 * Tells the operator what a request took: when it is answered, or when the stream of its answer has ended. It tells the client
 * too, in answers whose headers were not all there when they were made.
 */
export function useRequestLog(
  { logRequests }: Pick<Settings, "logRequests">,
  log: (line: object) => void,
): RequestPlugin<StateStage, Partial<StreamStage>> {
  const tellOfCaches = cacheMetrics();
  const tell = (stage: AnsweredStage, status: number) => {
    record(recordOf(stage, status), stage.state.metrics, logRequests ? log : null);
    tellOfCaches(stage.state.cacheMetrics);
  };
  return {
    onSubscribe: ({ args }) => ({
      onSubscribeResult({ result, setResult }) {
        if (!isAsyncIterable(result)) return;
        const stage = stagesOf<AnsweredStage>(args.contextValue);
        addStage<StreamStage>(stage, { isStream: true });
        setResult(whenEnded(result as AsyncIterable<ExecutionResult>, () => tell(stage, 200)) as typeof result);
      },
    }),
    onResponse({ response, serverContext }) {
      const { isStream, late } = serverContext as AnsweredStage & Partial<StreamStage>;
      if (!isComplete(response)) response.headers.set("server-timing", timingOf(serverContext));
      if (isStream !== true || late !== undefined) tell(serverContext, response.status);
    },
  };
}

function recordOf(stage: AnsweredStage, status: number) {
  const { state, identity, batch, named, found, cost, outcome, late } = stage;
  return {
    requestId: state.requestId,
    operation: batch == null ? (named?.trustedName ?? "other") : "batch",
    status,
    code: late?.code ?? outcome?.code() ?? null,
    cache: cacheUse(found),
    plan: stage.execution?.planUse() ?? null,
    role: identity?.role,
    cost: batch == null ? (cost?.requested ?? 0) : batch.cost,
    usage: state.usage,
    total: state.elapsed(),
  };
}
