import { env } from "cloudflare:workers";
import { beforeAll, expect, it } from "vitest";
import runbook from "../../docs/operations.md?raw";
import { ask } from "../ask.ts";
import { loadDataset } from "../load-dataset.ts";
import { run } from "../revise.ts";

/** The statement of the runbook that is run after a restore. */
const sql = /--command "(INSERT INTO revisions [^"]+)"/.exec(runbook)![1]!;

beforeAll(async () => {
  await loadDataset();
  await env.DB.prepare(sql).run();
});

it("has the numbers of revisions go on after those that were given before a restore", async () => {
  await run("update actors set name = 'Nippon' where slug = 'japan'");
  const { data } = await ask("{ dataset { revision } revisions(first: 2) { nodes { number reason } } }");
  expect(data).toMatchObject({
    dataset: { revision: 59 },
    revisions: {
      nodes: [{ number: 59 }, { number: 58, reason: expect.stringContaining("revisions 50 to 57 are gone") }],
    },
  });
});
