/**
 * GET /health: 200 with the revision of the data when D1 answers, 503 when it does not.
 * The answer is never cached.
 */
export async function health(d1: Pick<D1Database, "prepare">): Promise<Response> {
  try {
    const revision = await d1
      .prepare("select coalesce(max(number), 0) as number from revisions")
      .first<number>("number");
    return answer(200, { status: "ok", database: "reachable", revision });
  } catch {
    return answer(503, { status: "unavailable", database: "unreachable", revision: null });
  }
}

function answer(status: number, body: object): Response {
  return Response.json(body, { status, headers: { "cache-control": "no-store" } });
}
