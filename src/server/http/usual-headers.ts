import { corsHeaders } from "./cors.ts";
import { securityHeaders } from "./security-headers.ts";

/** What every answer has, unless it has another of its own: a preview, say, is there to be framed. */
export const usualHeaders = { ...corsHeaders, ...securityHeaders } as const;

const complete = new WeakSet<Response>();

/** An answer whose headers are all there already. Each call on those of a `Response` leaves JavaScript. */
export function completeResponse(body: BodyInit | null, status: number, headers: Record<string, string>): Response {
  const response = new Response(body, { status, headers });
  complete.add(response);
  return response;
}

/** Whether an answer had all its headers when it was made. */
export function isComplete(response: Response): boolean {
  return complete.has(response);
}

/** Adds to an answer what every one has, unless it was complete when it was made. */
export function addUsualHeaders(response: Response, requestId: string): void {
  if (isComplete(response)) return;
  const { headers } = response;
  headers.set("x-request-id", requestId);
  // Caches invent a lifetime for what tells none (RFC 9111, 4.2.2).
  const usual = { ...usualHeaders, "cache-control": "no-store" };
  for (const [name, value] of Object.entries(usual)) if (!headers.has(name)) headers.set(name, value);
}
