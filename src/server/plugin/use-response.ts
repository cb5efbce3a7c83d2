import type { ExecutionResult } from "graphql";
import { getSSEProcessor, isAsyncIterable } from "graphql-yoga";
import { answerHeaders } from "../answer-headers.ts";
import type { Found } from "../cache/shared-answer.ts";
import { EVENT_TYPE } from "../http/accept.ts";
import { codingHeaders, type Codings } from "../http/coding.ts";
import { completeResponse } from "../http/usual-headers.ts";
import type { RequestPlugin } from "../request-plugin.ts";
import type { AnsweredStage, OutcomeStage, StateStage } from "../request-stage.ts";

/**
 * Writes answers in the place of Yoga's result processors, with all their headers: in JSON of the media type that is preferred,
 * or by server-sent events (the distinct connections mode of GraphQL over SSE) where an answer is a stream, or its client would
 * rather not have JSON.
 */
export function useResponse(): RequestPlugin<StateStage & OutcomeStage> {
  const processEvents = getSSEProcessor();
  return {
    onResultProcess({ result: processed, serverContext, setResultProcessor }) {
      const { mediaType, prefersEvents } = serverContext.accepted;
      if (!prefersEvents && !isAsyncIterable(processed)) {
        return setResultProcessor((result) => responseTo(result as ExecutionResult, serverContext), String(mediaType));
      }
      setResultProcessor(async (events, fetchApi) => {
        const { body } = await processEvents(events, fetchApi, EVENT_TYPE);
        return completeResponse(body, serverContext.outcome.status, answerHeaders(serverContext, EVENT_TYPE));
      }, EVENT_TYPE);
    },
  };
}

function responseTo(result: ExecutionResult, stage: AnsweredStage & OutcomeStage): Response {
  const { found, accepted, codings, outcome, execution, state } = stage;
  const headers = answerHeaders(stage, `${accepted.mediaType}; charset=utf-8`);
  if (found != null && (found.isKnown || found.answer !== null)) return known(found, headers, codings);
  const body = JSON.stringify(result);
  Object.assign(headers, codingHeaders(codings, body.length));
  // An answer of which something is missing is no version of the whole one; and what a warning says is of now, whatever the pin.
  const isWhole = result.errors === undefined && result.extensions?.["warnings"] === undefined;
  if (found != null && isWhole) {
    headers["cache-control"] = found.share(body, execution!.usesToday(), state.waitUntil);
    if (headers["cache-control"] !== "no-store") headers["etag"] = found.etag;
  }
  return completeResponse(body, outcome.status, headers);
}

/** What somebody else was answered, or only that the client has it (RFC 9110, 15.4.5). */
function known({ answer, etag, policy }: Found, headers: Record<string, string>, codings: Codings): Response {
  Object.assign(headers, { etag, "cache-control": policy });
  if (answer !== null) {
    Object.assign(headers, codingHeaders(codings, answer.body.length));
    return completeResponse(answer.body, 200, headers);
  }
  delete headers["content-type"];
  return completeResponse(null, 304, headers);
}
