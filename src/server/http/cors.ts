/** Browsers take no longer than a day for the longest. */
const MAX_AGE_S = 86_400;

const ALLOWED =
  "accept, authorization, content-type, entente-bookmark, entente-lineage, entente-revision, if-none-match, x-request-id";
const EXPOSED =
  "etag, entente-bookmark, entente-lineage, entente-revision, ratelimit, ratelimit-policy, retry-after, server-timing, www-authenticate, x-request-id";

/**
 * Any page may ask (Fetch standard, "CORS protocol"): no cookies are read, so that no origin can borrow a user's
 * identity, and nothing of the request is reflected.
 */
export const corsHeaders = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": EXPOSED,
} as const;

/** OPTIONS: which methods there are, and that a page may use them, for a day. */
export function options(methods: string): Response {
  const headers = {
    allow: methods,
    "access-control-allow-methods": methods,
    "access-control-allow-headers": ALLOWED,
    "access-control-max-age": String(MAX_AGE_S),
  };
  return new Response(null, { status: 204, headers });
}
