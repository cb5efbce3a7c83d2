import type { InTime } from "../limit/deadline.ts";
import { LATER } from "../http/unavailable.ts";

/**
 * GET /health: 200 with the revision of the data and its lineage when D1 answers, 503 when it does not, or not in time.
 * The answer is never cached.
 */
export async function health(d1: Pick<D1Database, "prepare">, inTime: InTime): Promise<Response> {
  const down = () =>
    answer(503, { status: "unavailable", database: "unreachable", revision: null, lineage: null }, LATER);
  const look = async () => {
    const newest = await d1
      .prepare("select coalesce(max(number), 0) as revision, (select lineage from lineages) as lineage from revisions")
      .first<{ revision: number; lineage: string | null }>();
    return answer(200, { status: "ok", database: "reachable", ...newest });
  };
  return inTime(look().catch(down), down);
}

function answer(status: number, body: object, headers: Record<string, string> = {}): Response {
  return Response.json(body, { status, headers: { ...headers, "cache-control": "no-store" } });
}
