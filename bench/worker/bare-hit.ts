/** A bare hit in the Cache API: what the floor answers, kept under the address of the request. */
import { plans } from "../floor/plans.ts";

const HEADERS = { "content-type": "application/json; charset=utf-8", "cache-control": "public, max-age=3600" };

export default {
  async fetch(request: Request, { DB }: { DB: D1Database }): Promise<Response> {
    const cache = caches.default;
    const found = await cache.match(request);
    if (found !== undefined) return found;
    const asked = new URL(request.url).searchParams;
    const { sql, values } = plans[asked.get("operationName")!]!(JSON.parse(asked.get("variables")!));
    const [row] = await DB.prepare(sql)
      .bind(...values)
      .raw<[string]>();
    const answer = new Response(row![0], { headers: HEADERS });
    await cache.put(request, answer.clone());
    return answer;
  },
};
