import type { Response as Answer } from "graphql-http";
import type { MediaType } from "./accept.ts";

/** The answer to an operation that gave all that was asked for, as JSON. */
export function wholeAnswer(body: string, mediaType: MediaType | null): Answer {
  return [body, { status: 200, statusText: "OK", headers: { "content-type": `${mediaType}; charset=utf-8` } }];
}
