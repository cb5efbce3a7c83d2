import type { InTime } from "../limit/deadline.ts";
import { LATER } from "../http/unavailable.ts";

/**
 * GET /health: 200 with the revision of the data when D1 answers, 503 when it does not, or not in time.
 * The answer is never cached.
 */
export async function health(d1: Pick<D1Database, "prepare">, inTime: InTime): Promise<Response> {
  const down = () => answer(503, { status: "unavailable", database: "unreachable", revision: null }, LATER);
  const look = async () => {
    const newest = d1.prepare("select coalesce(max(number), 0) as number from revisions");
    return answer(200, { status: "ok", database: "reachable", revision: await newest.first<number>("number") });
  };
  return inTime(look().catch(down), down);
}

function answer(status: number, body: object, headers: Record<string, string> = {}): Response {
  return Response.json(body, { status, headers: { ...headers, "cache-control": "no-store" } });
}
