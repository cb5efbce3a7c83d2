/** Browsers take no longer than a day for the longest. */
const MAX_AGE_S = 86_400;

/** What a page may send, whether or not it asks first. */
const ALLOWED = [
  "accept",
  "authorization",
  "content-encoding",
  "content-type",
  "entente-bookmark",
  "entente-lineage",
  "entente-revision",
  "if-none-match",
  "x-request-id",
];
const EXPOSED = [
  "accept",
  "accept-encoding",
  "allow",
  "content-disposition",
  "etag",
  "entente-bookmark",
  "entente-lineage",
  "entente-revision",
  "ratelimit",
  "ratelimit-policy",
  "retry-after",
  "server-timing",
  "www-authenticate",
  "x-request-id",
].join(", ");

/** The name of a header (RFC 9110, 5.1), of a length that one has. */
const NAME = /^[\w!#$%&'*+.^`|~-]{1,100}$/;
/** No client adds more of its own. */
const MOST_NAMES = 50;

/**
 * Any page may ask (Fetch standard, "CORS protocol"): no cookies are read, so that no origin can borrow a user's
 * identity.
 */
export const corsHeaders = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": EXPOSED,
} as const;

/** OPTIONS: which methods there are, and that a page may use them, with the headers that it asks for, for a day. */
export function options(methods: string, asked: Headers): Response {
  const headers = {
    allow: methods,
    "access-control-allow-methods": methods,
    "access-control-allow-headers": allowedHeaders(asked.get("access-control-request-headers")),
    "access-control-max-age": String(MAX_AGE_S),
    vary: "Access-Control-Request-Headers",
  };
  return new Response(null, { status: 204, headers });
}

/**
 * Clients add headers of their own: their name and version, a trace. None is read that is not among those above, so none can do
 * harm. They are allowed by name, since older browsers do not know `*`.
 */
function allowedHeaders(asked: string | null): string {
  const names = (asked ?? "").toLowerCase().split(",", MOST_NAMES);
  const wanted = names.map((name) => name.trim()).filter((name) => NAME.test(name));
  return [...new Set([...ALLOWED, ...wanted])].join(", ");
}
