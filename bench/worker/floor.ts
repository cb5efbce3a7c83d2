/** The floor in workerd: one hand-written statement for each operation, whose JSON is passed through. */
import { plans } from "../floor/plans.ts";

interface Asked {
  operationName: string;
  variables: Record<string, unknown>;
}

const HEADERS = { "content-type": "application/json; charset=utf-8" };

export default {
  async fetch(request: Request, { DB }: { DB: D1Database }): Promise<Response> {
    const { operationName, variables } = await request.json<Asked>();
    const { sql, values } = plans[operationName]!(variables);
    const [row] = await DB.prepare(sql)
      .bind(...values)
      .raw<[string]>();
    return new Response(row![0], { headers: HEADERS });
  },
};
