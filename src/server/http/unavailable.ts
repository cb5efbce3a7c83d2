import type { ExecutionResult } from "graphql";
import { VARY } from "../cache/cache-control.ts";
import { JSON_TYPE, mediaTypeOf } from "./accept.ts";
import { errorResponse } from "./error-response.ts";
import { type Unavailable, unavailableIn } from "../../domain/fault/unavailable.ts";

/** RFC 9110, 10.2.3: in seconds. */
export const LATER = { "retry-after": "1" };

/** Whether nothing of an operation could be answered, because the database could not be reached. */
export function isUnanswered({ data, errors = [] }: ExecutionResult): boolean {
  const isEmpty = Object.values(data ?? {}).every((value) => value === null);
  return isEmpty && errors.some(({ originalError }) => unavailableIn(originalError) !== null);
}

/** The answer to a request of GraphQL that there is none to. */
export function unavailable(request: Request, fault: Unavailable): Response {
  const mediaType = mediaTypeOf(request.headers.get("accept")) ?? JSON_TYPE;
  return errorResponse(503, fault, { ...LATER, "content-type": `${mediaType}; charset=utf-8`, vary: VARY });
}
