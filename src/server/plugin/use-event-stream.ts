import { EVENT_TYPE } from "../http/accept.ts";
import { badRequest } from "../http/http-refusal.ts";
import { type RequestPlugin, stagesOf } from "../request-plugin.ts";
import type { DocumentStage, StateStage, TurnStage } from "../request-stage.ts";

type Given = StateStage & TurnStage & DocumentStage;

/** Lets subscribe who takes events: nothing else can tell what is not over yet. */
export function useEventStream(): RequestPlugin<Given> {
  return {
    onSubscribe({ args }) {
      const { accepted, turn } = stagesOf<Given>(args.contextValue);
      if (turn !== undefined) throw badRequest("A subscription cannot be part of a batch: send it by itself");
      if (!accepted.takesEvents) {
        throw badRequest(`A subscription is answered by events: accept ${EVENT_TYPE}`, 406, { accept: EVENT_TYPE });
      }
    },
  };
}
