import { unavailableIn } from "../../domain/fault/unavailable.ts";
import type { InTime } from "../limit/deadline.ts";
import { LATER } from "../http/unavailable.ts";

/**
 * GET /ready: 200 where requests can be answered, 503 with what is missing where they cannot: settings that are right,
 * a database that answers and can read it, data in it. Texts that search does not find yet keep nobody from asking.
 */
export async function ready(
  areSettingsRight: boolean,
  readNewestRevision: () => Promise<number>,
  countStale: () => Promise<number | "all">,
  inTime: InTime,
  log: (line: object) => void,
): Promise<Response> {
  const unread = (error: unknown) => {
    if (unavailableIn(error) !== null) return "unreachable";
    log({ level: "error", message: String(error) });
    return "unreadable: the log says why";
  };
  const found = readNewestRevision().then(
    (newest) => (newest > 0 ? "loaded" : "missing: no revision was made yet"),
    unread,
  );
  const data = await inTime(found, unread);
  const stale = await inTime(countStale(), () => null).catch(() => null);
  const settings = areSettingsRight ? "right" : "wrong: the log says which";
  const isReady = areSettingsRight && data === "loaded";
  const headers = { "cache-control": "no-store", ...(isReady ? {} : LATER) };
  const status = isReady ? "ready" : "unready";
  return Response.json({ status, settings, data, texts: textsOf(stale) }, { status: isReady ? 200 : 503, headers });
}

function textsOf(stale: number | "all" | null): string {
  if (stale === null) return "unknown";
  return stale === 0
    ? "folded"
    : `${stale} stale: search does not find them before they are folded, by npm run reindex`;
}
