/** An error as a client is told it. */
export interface ToldError {
  code: string;
  message: string;
}

/**
 * The answer to a request that is refused before anything of it is executed, or that there is no answer to: one error in JSON,
 * in the form that errors of GraphQL have. It is never stored.
 */
export function errorResponse(
  status: number,
  { code, message }: ToldError,
  headers: Record<string, string> = {},
): Response {
  return Response.json(
    { errors: [{ message, extensions: { code } }] },
    { status, headers: { ...headers, "cache-control": "no-store" } },
  );
}
