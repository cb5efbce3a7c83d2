import type { InTime } from "./deadline.ts";
import { LATER } from "./unavailable.ts";

/**
 * GET /ready: 200 where requests can be answered, 503 with what is missing where they cannot: settings that are right,
 * a database that answers, data in it.
 */
export async function ready(
  areSettingsRight: boolean,
  readNewestRevision: () => Promise<number>,
  inTime: InTime,
): Promise<Response> {
  const unreachable = () => "unreachable";
  const found = readNewestRevision().then(
    (newest) => (newest > 0 ? "loaded" : "missing: no revision was made yet"),
    unreachable,
  );
  const data = await inTime(found, unreachable);
  const settings = areSettingsRight ? "right" : "wrong: the log says which";
  const isReady = areSettingsRight && data === "loaded";
  const headers = { "cache-control": "no-store", ...(isReady ? {} : LATER) };
  const status = isReady ? "ready" : "unready";
  return Response.json({ status, settings, data }, { status: isReady ? 200 : 503, headers });
}
