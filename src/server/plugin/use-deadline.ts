import { unavailable } from "../http/unavailable.ts";
import { addStage, type RequestPlugin } from "../request-plugin.ts";
import type { LateStage, StateStage } from "../request-stage.ts";

/** Answers 503 where there is no answer before the deadline. A stream may go on for longer once it has begun. */
export function useDeadline(): RequestPlugin<StateStage, Partial<LateStage>> {
  return {
    onRequest({ serverContext, requestHandler, setRequestHandler }) {
      setRequestHandler((request, context) => {
        const answered = Promise.resolve(requestHandler(request, context));
        return serverContext.state.inTime(answered, (late) => {
          addStage<LateStage>(serverContext, { late });
          // What comes yet is for nobody: a subscription in it must not go on.
          answered.then(({ body }) => body?.cancel()).catch(() => undefined);
          return unavailable(request, late);
        });
      });
    },
  };
}
