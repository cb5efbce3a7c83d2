/** The floor in workerd: one hand-written statement for each operation, whose JSON is passed through. */
import { bodyOf } from "../floor/plan.ts";
import { plans } from "../floor/plans.ts";

interface Asked {
  operationName: string;
  variables: Record<string, unknown>;
}

const HEADERS = { "content-type": "application/json; charset=utf-8" };

export default {
  async fetch(request: Request, { DB }: { DB: D1Database }): Promise<Response> {
    const { operationName, variables } = await request.json<Asked>();
    const plan = plans[operationName]!(variables);
    const rows = await DB.prepare(plan.sql)
      .bind(...plan.values)
      .raw();
    return new Response(bodyOf(plan, rows), { headers: HEADERS });
  },
};
