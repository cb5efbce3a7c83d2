import type { ExecutionResult, GraphQLError } from "graphql";
import { TooLarge } from "../../domain/fault/too-large.ts";
import { unavailableIn } from "../../domain/fault/unavailable.ts";
import { type MediaType, RESPONSE_TYPE } from "./accept.ts";
import { isDeliberate } from "./error.ts";
import { rootOf } from "./failure.ts";
import { httpOf } from "./http-refusal.ts";
import { isUnanswered, LATER } from "./unavailable.ts";

/** The status and the headers that the errors of an answer give it. */
export interface Outcome {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

export const ANSWERED: Outcome = { status: 200, headers: {} };
const UNANSWERED: Outcome = { status: 503, headers: LATER };

/**
 * How an operation came out, by its errors as they were raised. What was executed is 200, also where a part of it is
 * missing; what was refused is as its errors say, else 400 in GraphQL's own media type and 200 in plain JSON.
 */
export function outcomeOf(result: ExecutionResult, mediaType: MediaType | null): Outcome {
  const { errors } = result;
  if (errors === undefined) return ANSWERED;
  if ("data" in result) return isUnanswered(result) ? UNANSWERED : ANSWERED;
  const refusal = errors.map(refusalOf).toSorted((a, b) => b.status - a.status)[0] ?? FAILED;
  return refusal.status > 0 ? refusal : { status: mediaType === RESPONSE_TYPE ? 400 : 200, headers: {} };
}

const FAILED: Outcome = { status: 500, headers: {} };
/** Whose status depends on the media type. */
const USUAL: Outcome = { status: 0, headers: {} };

function refusalOf(error: GraphQLError): Outcome {
  const http = httpOf(error);
  if (http !== undefined) return http.spec === true ? USUAL : { status: http.status, headers: http.headers ?? {} };
  if (isDeliberate(error) || rootOf(error.originalError) instanceof TooLarge) return USUAL;
  return unavailableIn(error.originalError) === null ? FAILED : UNANSWERED;
}
