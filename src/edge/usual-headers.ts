import { corsHeaders } from "./cors.ts";
import { securityHeaders } from "./security-headers.ts";

/** What every answer has, unless it has another of its own: a preview, say, is there to be framed. */
export const usualHeaders = { ...corsHeaders, ...securityHeaders } as const;

/** Adds them to an answer that was not made with them. */
export function addUsualHeaders(headers: Headers): void {
  if (headers.has("access-control-allow-origin")) return;
  for (const [name, value] of Object.entries(usualHeaders)) if (!headers.has(name)) headers.set(name, value);
}
