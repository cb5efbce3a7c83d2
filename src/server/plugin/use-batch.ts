import { documentNameOf } from "../document/document-request.ts";
import { addStage, type RequestPlugin, stagesOf } from "../request-plugin.ts";
import type { BatchStage, BudgetStage, StateStage, TurnStage } from "../request-stage.ts";

/** Gives each operation of a batch its turn to be paid for, which ends with its answer at the latest. */
export function useBatch(): RequestPlugin<StateStage & BatchStage, TurnStage> {
  return {
    onParams({ params, context, paramsHandler, setParamsHandler }) {
      const { batch } = context;
      if (batch === null) return;
      const turn = batch.enter(documentNameOf(params), stagesOf<Partial<BudgetStage>>(context));
      addStage<TurnStage>(context, { turn });
      setParamsHandler(async (payload) => {
        try {
          return await paramsHandler(payload);
        } finally {
          turn.end();
        }
      });
    },
  };
}
