import { env } from "cloudflare:workers";
import { beforeAll, expect, it } from "vitest";
import { generateRows } from "../../cli/local/generated/rows.ts";
import { noteRowsRead } from "../../cli/measure/note-rows-read.ts";
import { writeCursor } from "../../schema/connection/cursor.ts";
import worker from "../../src/worker.ts";
import { loadDataset } from "../load-dataset.ts";

const PAGE = "query ($after: String) { statements(first: 20, after: $after) { nodes { text } } }";

beforeAll(async () => {
  await loadDataset();
  await generateRows(env.DB, { statements: 3000, seed: 1 });
});

async function rowsRead(after: string | null): Promise<number> {
  const { database, total } = noteRowsRead(env.DB);
  const body = JSON.stringify({ query: PAGE, variables: { after } });
  const headers = { "content-type": "application/json" };
  const request = new Request("http://localhost/graphql", { method: "POST", headers, body });
  const { data } = await (await worker.fetch(request as never, { ...env, DB: database })).json<{ data: unknown }>();
  expect(data).toMatchObject({ statements: { nodes: Array.from({ length: 20 }, () => expect.anything() as unknown) } });
  return total();
}

it("a page deep among statements of one same day reads little more than its rows, as the first does", async () => {
  const sameDay = "select said_earliest, id from statements where said_on is null order by said_earliest, ordinal";
  const { results } = await env.DB.prepare(sameDay).all<{ said_earliest: string; id: number }>();
  expect(results.length).toBeGreaterThan(200);
  const { said_earliest, id } = results[180]!;
  const most = 2 * 21;
  expect(await rowsRead(null)).toBeLessThanOrEqual(most);
  expect(await rowsRead(writeCursor("Query.statements{}", [said_earliest, id]))).toBeLessThanOrEqual(most);
});
