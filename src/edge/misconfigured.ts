/** The answer of a service whose settings are wrong: it does not guess what was meant. */
export function misconfigured(): Response {
  const message = "The service is not set up rightly just now: try again later";
  return Response.json(
    { errors: [{ message, extensions: { code: "UNAVAILABLE" } }] },
    { status: 503, headers: { "cache-control": "no-store", "retry-after": "60" } },
  );
}
