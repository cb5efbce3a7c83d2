import { GraphQLError } from "graphql";
import { TooLarge } from "../../domain/fault/too-large.ts";
import { unavailableIn } from "../../domain/fault/unavailable.ts";
import { rootOf } from "./failure.ts";

/**
 * The one place where errors become public. What we raised on purpose passes, with a code, and so does that
 * the database cannot be reached; all else is answered as INTERNAL_SERVER_ERROR with the id of the request,
 * under which it is logged.
 */
export function publicError(error: GraphQLError, requestId: string, log: (line: object) => void): GraphQLError {
  if (isDeliberate(error)) return plain(error, error.message, { code: codeOf(error), ...withoutCode(error) });
  const unavailable = unavailableIn(error.originalError);
  const cause = rootOf(error.originalError) as Error;
  if (cause instanceof TooLarge) return plain(error, cause.message, { code: "COST_LIMIT_EXCEEDED" });
  // What was not even tried, to spare the database, is no news.
  if (cause !== unavailable) log({ level: "error", requestId, message: cause.message, stack: cause.stack });
  if (unavailable !== null) return plain(error, unavailable.message, { code: unavailable.code, retryable: true });
  const message = `Something went wrong on our side; when you report it, give the id ${requestId}`;
  return plain(error, message, { code: "INTERNAL_SERVER_ERROR", requestId });
}

/** What we raise on purpose. */
export function coded(code: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}

/** What was thrown, as the error of an operation. */
export function asGraphQLError(thrown: unknown): GraphQLError {
  if (thrown instanceof GraphQLError) return thrown;
  const originalError = thrown instanceof Error ? thrown : new Error(String(thrown));
  return new GraphQLError(originalError.message, { originalError });
}

/** What the parser and the validator find, with the code that they do not give it. */
export function withCode(error: GraphQLError, code: string): GraphQLError {
  return plain(error, error.message, { code });
}

/** Whether we raised an error ourselves, to be told as it is. */
export function isDeliberate(error: GraphQLError): boolean {
  const cause = error.originalError;
  return cause == null || (cause instanceof GraphQLError && isDeliberate(cause));
}

// The coercion of variables gives its errors no code.
function codeOf(error: GraphQLError): unknown {
  return error.extensions["code"] ?? "BAD_USER_INPUT";
}

/** `http` is for the response, and not for its text. */
function withoutCode({ extensions: { code, originalError, http, ...rest } }: GraphQLError) {
  void code;
  void originalError;
  void http;
  return rest;
}

/** The same place in the document and the answer; nothing of the cause. */
function plain(error: GraphQLError, message: string, extensions: Record<string, unknown>): GraphQLError {
  return new GraphQLError(message, {
    ...(error.nodes ? { nodes: error.nodes } : {}),
    ...(error.source && error.positions ? { source: error.source, positions: error.positions } : {}),
    ...(error.path ? { path: error.path } : {}),
    extensions,
  });
}
