/**
 * GET /ready: 200 where requests can be answered, 503 with what is missing where they cannot: settings that are right,
 * a database that answers, data in it.
 */
export async function ready(areSettingsRight: boolean, newest: () => Promise<number>): Promise<Response> {
  const settings = areSettingsRight ? "right" : "wrong: the log says which";
  const data = await newest().then(
    (revision) => (revision > 0 ? "loaded" : "missing: no revision was made yet"),
    () => "unreachable",
  );
  const isReady = areSettingsRight && data === "loaded";
  const headers = { "cache-control": "no-store", ...(isReady ? {} : { "retry-after": "5" }) };
  return Response.json(
    { status: isReady ? "ready" : "unready", settings, data },
    { status: isReady ? 200 : 503, headers },
  );
}
