/** An error as a client is told it. */
export interface ToldError {
  code: string;
  message: string;
  /** Whether the same may be sent again; left out where it is to be another. */
  retryable?: boolean;
}

/**
 * The answer to a request that is refused before anything of it is executed, or that there is no answer to: one error in JSON,
 * in the form that errors of GraphQL have. It is never stored.
 */
export function errorResponse(
  status: number,
  { code, message, retryable }: ToldError,
  headers: Record<string, string> = {},
): Response {
  return Response.json(
    { errors: [{ message, extensions: { code, ...(retryable && { retryable }) } }] },
    { status, headers: { ...headers, "cache-control": "no-store" } },
  );
}
