/** A bare hit in the Cache API: what the floor answers, kept under the address of the request. */
import { bodyOf } from "../floor/plan.ts";
import { plans } from "../floor/plans.ts";

const HEADERS = { "content-type": "application/json; charset=utf-8", "cache-control": "public, max-age=3600" };

export default {
  async fetch(request: Request, { DB }: { DB: D1Database }): Promise<Response> {
    const cache = caches.default;
    const found = await cache.match(request);
    if (found !== undefined) return found;
    const asked = new URL(request.url).searchParams;
    const plan = plans[asked.get("operationName")!]!(JSON.parse(asked.get("variables")!));
    const rows = await DB.prepare(plan.sql)
      .bind(...plan.values)
      .raw();
    const answer = new Response(bodyOf(plan, rows), { headers: HEADERS });
    await cache.put(request, answer.clone());
    return answer;
  },
};
