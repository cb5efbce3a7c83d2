import type { ExecutionResult } from "graphql";
import { isAsyncIterable, mapAsyncIterator } from "graphql-yoga";
import { sayingCost } from "../cost/cost-limit.ts";
import { sayingPin } from "../cache/pinned-revision.ts";
import { isUnanswered } from "../http/unavailable.ts";
import { type RequestPlugin, stagesOf } from "../request-plugin.ts";
import type { CostStage, PinStage } from "../request-stage.ts";

/** Has an answer to what was executed say its cost and its pin, and nothing that a database which is lost made of it. */
export function useOutcome(): RequestPlugin<PinStage & CostStage> {
  return {
    onExecutionResult({ result, context, setResult }) {
      const { cost, pin } = stagesOf<Partial<PinStage & CostStage>>(context);
      const told = (one: ExecutionResult): ExecutionResult => {
        if (!("data" in one)) return one;
        const known = isUnanswered(one) ? { ...one, data: null } : one;
        const costed = sayingCost(known, cost ?? null);
        return pin === undefined ? costed : sayingPin(costed, pin);
      };
      if (isAsyncIterable(result)) setResult(mapAsyncIterator(result as AsyncIterable<ExecutionResult>, told));
      else setResult(told(result as ExecutionResult));
    },
  };
}
