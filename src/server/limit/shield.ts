import { errorResponse } from "../http/error-response.ts";
import { withTimeout } from "./with-timeout.ts";

/** Cloudflare's rate limiting: so many requests a client, counted for a whole data centre. */
export interface Shield {
  limit: (options: { key: string }) => Promise<{ success: boolean }>;
}

/** After so long, in seconds, the shield lets a client through again. */
export const SHIELD_WINDOW_S = 60;
const PATIENCE_MS = 250;

/** Whether the shield lets a client through; null where it cannot be asked. Where there is none, everybody passes. */
export async function passes(shield: Shield | undefined, client: string): Promise<boolean | null> {
  if (shield === undefined) return true;
  return (await withTimeout(shield.limit({ key: client }), PATIENCE_MS))?.success ?? null;
}

/** Has a request that no budget pays for answered only where the shield lets its client through, or cannot be asked. */
export async function shielded(
  shield: Shield | undefined,
  client: string,
  answer: () => Promise<Response>,
): Promise<Response> {
  if ((await passes(shield, client)) !== false) return answer();
  const message = `Too many requests: try again in ${SHIELD_WINDOW_S} s`;
  return errorResponse(429, { code: "RATE_LIMITED", message }, { "retry-after": String(SHIELD_WINDOW_S) });
}
