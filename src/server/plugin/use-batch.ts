import { badRequest } from "../http/http-refusal.ts";
import { Batch } from "../batch.ts";
import { addStage, type RequestPlugin, stagesOf } from "../request-plugin.ts";
import type { BatchStage, BudgetStage, StateStage } from "../request-stage.ts";

/** The most operations in a batch. */
export const MOST_OPERATIONS = 10;

/** Takes several operations in one request, each of which is answered by itself and has its turn to be paid for. */
export function useBatch(): RequestPlugin<StateStage, BatchStage> {
  return {
    onRequestParse: ({ serverContext }) => ({
      onRequestParseDone({ requestParserResult: asked }) {
        if (!Array.isArray(asked)) return addStage<BatchStage>(serverContext, { batch: null });
        const { length } = asked;
        if (length === 0) throw badRequest("The batch has no operation: send one at least");
        if (length > MOST_OPERATIONS) {
          throw badRequest(`The batch has ${length} operations: send at most ${MOST_OPERATIONS} at once`, 413);
        }
        if (serverContext.accepted.mediaType === null) {
          throw badRequest("A batch is answered in JSON: accept application/json, or send one operation", 406);
        }
        addStage<BatchStage>(serverContext, { batch: new Batch() });
      },
    }),
    onParams({ context }) {
      const { batch } = stagesOf<BatchStage>(context);
      if (batch !== null)
        addStage<Pick<BatchStage, "turn">>(context, { turn: batch.enter(stagesOf<Partial<BudgetStage>>(context)) });
    },
    onExecutionResult({ context }) {
      stagesOf<Partial<BatchStage>>(context).turn?.pass();
    },
  };
}
