import type { ExecutionResult } from "graphql";
import { isAsyncIterable, mapAsyncIterator } from "graphql-yoga";
import type { Warning } from "../../domain/warning.ts";
import { warningsOf } from "../document/warning.ts";
import { addStage, type RequestPlugin, stagesOf } from "../request-plugin.ts";
import type { DocumentStage, WarningStage } from "../request-stage.ts";

/** Has an answer tell what of its request was not read. It is nobody else's: another request would be warned in vain. */
export function useWarnings(): RequestPlugin<DocumentStage, WarningStage> {
  return {
    onContextBuilding({ context }) {
      const { params, operation } = stagesOf<DocumentStage>(context);
      addStage<WarningStage>(context, { warnings: warningsOf(params, operation) });
    },
    onExecutionResult({ result, context, setResult }) {
      const { warnings = [] } = stagesOf<Partial<WarningStage>>(context);
      if (warnings.length === 0) return;
      const told = (one: ExecutionResult) => {
        const ofAnswer = (one.extensions?.["warnings"] ?? []) as Warning[];
        return { ...one, extensions: { ...one.extensions, warnings: [...warnings, ...ofAnswer] } };
      };
      if (isAsyncIterable(result)) setResult(mapAsyncIterator(result as AsyncIterable<ExecutionResult>, told));
      else setResult(told(result as ExecutionResult));
    },
  };
}
