import type { ExecutionResult } from "graphql";
import { isAsyncIterable, mapAsyncIterator } from "graphql-yoga";
import { sayingCost } from "../cost/cost-limit.ts";
import { sayingPin, sayingWritten } from "../cache/pinned-revision.ts";
import { isUnanswered } from "../http/unavailable.ts";
import { type RequestPlugin, stagesOf } from "../request-plugin.ts";
import type { CostStage, ExecutionStage, PinStage } from "../request-stage.ts";

/** Has an answer to what was executed say its cost and the revision that it is pinned to or tells of, and nothing that a database which is lost made of it. */
export function useOutcome(): RequestPlugin<PinStage & CostStage & ExecutionStage> {
  return {
    onExecutionResult({ result, context, setResult }) {
      const { cost, pin, execution } = stagesOf<Partial<PinStage & CostStage & ExecutionStage>>(context);
      const told = (one: ExecutionResult): ExecutionResult => {
        if (!("data" in one)) return one;
        const known = isUnanswered(one) ? { ...one, data: null } : one;
        const costed = sayingCost(known, cost ?? null);
        const written = sayingWritten(costed, execution?.told() ?? null);
        return pin === undefined ? written : sayingPin(written, pin);
      };
      if (isAsyncIterable(result)) setResult(mapAsyncIterator(result as AsyncIterable<ExecutionResult>, told));
      else setResult(told(result as ExecutionResult));
    },
  };
}
