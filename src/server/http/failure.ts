import { unavailableIn } from "../../domain/fault/unavailable.ts";
import { LATER } from "./unavailable.ts";

/** What is said of an error that the client did not make. */
export interface Failure {
  status: 500 | 503;
  message: string;
  headers: Record<string, string>;
}

/** Logs the error under an id, which is all that is said of it; that the database cannot be reached is said. */
export function failureOf(error: unknown, log: (line: object) => void): Failure {
  const requestId = crypto.randomUUID();
  const unavailable = unavailableIn(error);
  const root = rootOf(error);
  // What was not even tried, to spare the database, is no news.
  if (root !== unavailable) {
    log({ level: "error", requestId, message: root instanceof Error ? root.message : "not an Error" });
  }
  if (unavailable !== null) return { status: 503, message: unavailable.message, headers: LATER };
  const message = `Something went wrong on our side; when you report it, give the id ${requestId}`;
  return { status: 500, message, headers: {} };
}

/** Drizzle's own error repeats the statement with what the user sent; what it wraps does not. */
export function rootOf(error: unknown): unknown {
  return error instanceof Error && error.cause instanceof Error ? rootOf(error.cause) : error;
}
