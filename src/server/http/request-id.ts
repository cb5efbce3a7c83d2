/** A hexadecimal id: a UUID, a trace's or a Cloudflare ray's. Nothing else of a client's is repeated. */
const ID = /^[\da-f-]{8,64}$/i;

/** The id that a request brings in `X-Request-Id`, so that logs of several services can be joined; else a new one. */
export function requestIdOf(headers: Headers): string {
  const given = headers.get("x-request-id");
  return given !== null && ID.test(given) ? given : crypto.randomUUID();
}
