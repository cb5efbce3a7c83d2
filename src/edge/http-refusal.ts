import type { GraphQLError } from "graphql";
import type { Response as Answer } from "graphql-http";
import { coded } from "./error.ts";

export const NOT_BY_GET: Answer = [null, { status: 405, statusText: "Method Not Allowed", headers: { allow: "POST" } }];

/** A request that is refused as such, before anything of it is looked at. */
export class HttpRefusal extends Error {
  override readonly name = "HttpRefusal";
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** A request that is not one of GraphQL over HTTP. */
export function badRequest(message: string): GraphQLError {
  return coded("BAD_REQUEST", message);
}

/** The status of a request that is refused as a whole. */
export function statusOf(refusal: GraphQLError | null): number {
  switch (refusal?.extensions["code"]) {
    case "RATE_LIMITED":
      return 429;
    case "UNAVAILABLE":
      return 503;
    default:
      return 400;
  }
}

/** What graphql-http refuses by its method or its media types, which it does without saying why. */
export function refusedAsHttp({ status, statusText, headers }: Answer[1]): Response {
  const errors = [badRequest(reasonOf(status) ?? statusText)];
  return Response.json({ errors }, { status, headers: { ...headers, "cache-control": "no-store" } });
}

function reasonOf(status: number): string | undefined {
  switch (status) {
    case 405:
      return "By GET only a query can be sent";
    case 406:
      return "The answer can be application/graphql-response+json or application/json, in UTF-8";
    case 415:
      return "The body is to be application/json, in UTF-8";
    default:
      return undefined;
  }
}
