import { GraphQLError } from "graphql";
import { VARY } from "../cache/cache-control.ts";
import { coded } from "./error.ts";
import { errorResponse } from "./error-response.ts";

const ACCEPTED = "application/graphql-response+json; charset=utf-8, application/json; charset=utf-8";

type Headers = Readonly<Record<string, string>>;

/** A request that is refused as such, before anything of it is looked at. */
export class HttpRefusal extends Error {
  override readonly name = "HttpRefusal";
  readonly status: number;
  readonly headers: Headers;

  constructor(status: number, message: string, headers: Headers = {}) {
    super(message);
    this.status = status;
    this.headers = headers;
  }
}

/** What an error says of the response that it is told in: Yoga's `extensions.http`. It is not shown to clients. */
export interface HttpExtension {
  status: number;
  headers?: Readonly<Record<string, string>>;
  /** Whether the status is meant for GraphQL's own media type alone. */
  spec?: boolean;
}

/** The error, with the status and the headers that its answer is to have. */
export function withHttp(error: GraphQLError, status: number, headers: Headers = {}): GraphQLError {
  const http: HttpExtension = { status, headers };
  return new GraphQLError(error.message, { extensions: { ...error.extensions, http } });
}

export function httpOf({ extensions }: GraphQLError): HttpExtension | undefined {
  return extensions["http"] as HttpExtension | undefined;
}

/** A request that is not one of GraphQL over HTTP, with its status. */
export function badRequest(message: string, status = 400, headers: Headers = {}): GraphQLError {
  return withHttp(coded("BAD_REQUEST", message), status, headers);
}

/** RFC 9110, 15.5.7: no media type that there is an answer in is accepted. */
export function notAcceptable(): Response {
  const message = "The answer can be application/graphql-response+json or application/json, in UTF-8";
  return errorResponse(406, { code: "BAD_REQUEST", message }, { accept: ACCEPTED, vary: VARY });
}

/** A subscription is over HTTP here, as all else: who wants to talk by WebSocket is told so. */
export function noWebSocket(): Response {
  const message =
    "There are no WebSockets here: send a query by GET or POST, and for a subscription accept text/event-stream, or ask again and again";
  return errorResponse(400, { code: "BAD_REQUEST", message });
}

/** RFC 9110, 15.5.16: the body is of a type that is not read. */
export function unsupportedMediaType(): Response {
  const message = "The body is to be application/json, in UTF-8";
  return errorResponse(415, { code: "BAD_REQUEST", message }, { accept: "application/json", vary: VARY });
}
