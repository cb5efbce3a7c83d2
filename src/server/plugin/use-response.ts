import type { ExecutionResult } from "graphql";
import type { Found } from "../cache/shared-answer.ts";
import { completeResponse } from "../http/usual-headers.ts";
import { answerHeaders } from "../answer-headers.ts";
import { isForEvents } from "./use-event-stream.ts";
import type { RequestPlugin } from "../request-plugin.ts";
import type { AnsweredStage, OutcomeStage, StateStage } from "../request-stage.ts";

/** Writes answers in JSON, in the place of Yoga's result processor: by the media type that is preferred, with all headers. */
export function useResponse(): RequestPlugin<StateStage & OutcomeStage> {
  return {
    onResultProcess({ result: processed, serverContext, setResultProcessor }) {
      if (isForEvents(processed, serverContext)) return;
      const { mediaType } = serverContext.accepted;
      setResultProcessor((result) => responseTo(result as ExecutionResult, serverContext), String(mediaType));
    },
  };
}

function responseTo(result: ExecutionResult, stage: AnsweredStage & OutcomeStage): Response {
  const { found, accepted, outcome, execution, state } = stage;
  const headers = answerHeaders(stage, `${accepted.mediaType}; charset=utf-8`);
  if (found == null) return completeResponse(JSON.stringify(result), outcome.status, headers);
  if (found.isKnown || found.answer !== null) return known(found, headers);
  const body = JSON.stringify(result);
  // An answer of which something is missing is no version of the whole one.
  if (result.errors === undefined) {
    headers["cache-control"] = found.share(body, execution!.usesToday(), state.waitUntil);
    if (headers["cache-control"] !== "no-store") headers["etag"] = found.etag;
  }
  return completeResponse(body, outcome.status, headers);
}

/** What somebody else was answered, or only that the client has it (RFC 9110, 15.4.5). */
function known({ answer, etag, policy }: Found, headers: Record<string, string>): Response {
  Object.assign(headers, { etag, "cache-control": policy });
  if (answer !== null) return completeResponse(answer.body, 200, headers);
  delete headers["content-type"];
  return completeResponse(null, 304, headers);
}
