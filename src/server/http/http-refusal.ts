import { GraphQLError } from "graphql";
import { coded } from "./error.ts";
import { errorResponse } from "./error-response.ts";

const ACCEPTED = "application/graphql-response+json; charset=utf-8, application/json; charset=utf-8";

/** A request that is refused as such, before anything of it is looked at. */
export class HttpRefusal extends Error {
  override readonly name = "HttpRefusal";
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** What an error says of the response that it is told in: Yoga's `extensions.http`. It is not shown to clients. */
export interface HttpExtension {
  status: number;
  headers?: Readonly<Record<string, string>>;
  /** Whether the status is meant for GraphQL's own media type alone. */
  spec?: boolean;
}

type Headers = Readonly<Record<string, string>>;

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
  return errorResponse(406, { code: "BAD_REQUEST", message }, { accept: ACCEPTED });
}

/** RFC 9110, 15.5.16: the body is of a type that is not read. */
export function unsupportedMediaType(): Response {
  return errorResponse(415, { code: "BAD_REQUEST", message: "The body is to be application/json, in UTF-8" });
}
