import { errorResponse } from "../http/error-response.ts";

/** The answer of a service whose settings are wrong: it does not guess what was meant. */
export function misconfigured(): Response {
  const message = "The service is not set up rightly just now: try again later";
  return errorResponse(503, { code: "UNAVAILABLE", message }, { "retry-after": "60" });
}
