import { getSSEProcessor, isAsyncIterable } from "graphql-yoga";
import { EVENT_TYPE } from "../http/accept.ts";
import { badRequest } from "../http/http-refusal.ts";
import { type RequestPlugin, stagesOf } from "../request-plugin.ts";
import type { AnsweredStage, BatchStage, DocumentStage, StateStage } from "../request-stage.ts";
import { completeResponse } from "../http/usual-headers.ts";
import { answerHeaders } from "../answer-headers.ts";

type Given = StateStage & BatchStage & DocumentStage;

/**
 * Answers by server-sent events (the distinct connections mode of GraphQL over SSE): each subscription, and a query of a
 * client that would rather not have JSON.
 */
export function useEventStream(): RequestPlugin<Given> {
  const processEvents = getSSEProcessor();
  return {
    onSubscribe({ args }) {
      const { accepted, turn } = stagesOf<Given>(args.contextValue);
      if (turn !== undefined) throw badRequest("A subscription cannot be part of a batch: send it by itself");
      if (!accepted.takesEvents) {
        throw badRequest(`A subscription is answered by events: accept ${EVENT_TYPE}`, 406, { accept: EVENT_TYPE });
      }
    },
    onResultProcess({ result, serverContext, setResultProcessor }) {
      if (!isForEvents(result, serverContext)) return;
      setResultProcessor(async (events, fetchApi) => {
        const { body } = await processEvents(events, fetchApi, EVENT_TYPE);
        const stage: AnsweredStage = serverContext;
        return completeResponse(body, stage.outcome!.status, answerHeaders(stage, EVENT_TYPE));
      }, EVENT_TYPE);
    },
  };
}

/** Whether a result is told by events. */
export function isForEvents(result: unknown, { accepted }: StateStage): boolean {
  return isAsyncIterable(result) || accepted.prefersEvents;
}
