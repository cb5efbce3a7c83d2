import { env } from "cloudflare:workers";
import { beforeAll, expect, it } from "vitest";
import { revise } from "../../src/changes/write/revision.ts";
import { ask, fetchNoting } from "../ask.ts";
import { loadDataset } from "../load-dataset.ts";
import search from "../../docs/search.md?raw";

beforeAll(loadDataset);

async function ready(): Promise<unknown> {
  const { response } = await fetchNoting(new Request("http://localhost:8787/ready"));
  return response.json();
}

it("search.md asks for what there is", async () => {
  const documents = [...search.matchAll(/```graphql\n([^`]+)```/g)].map(([, document]) => document!);
  expect(documents).toHaveLength(2);
  for (const document of documents) expect((await ask(document)).errors).toBeUndefined();
});

it("docs/search.md prints what /ready says where SQL wrote twelve actors", async () => {
  await revise(env.DB, { at: "2026-11-24T00:00:00.000Z", author: "test", reason: "by hand" }, [
    `WITH RECURSIVE counted(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < 12)
    INSERT INTO actors (slug, type, name) SELECT 'by-hand-' || n, 'STATE', 'By hand ' || n FROM counted`,
  ]);
  const printed = /```json\n(?<answer>[^`]+)```/.exec(search)?.groups?.["answer"];
  expect(await ready()).toEqual(JSON.parse(printed!));
});
