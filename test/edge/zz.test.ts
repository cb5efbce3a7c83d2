import { env } from "cloudflare:workers";
import * as fc from "fast-check";
import { it } from "vitest";
import { schema } from "../../schema/index.ts";
import worker from "../../src/worker.ts";
import { loadDataset } from "../load-dataset.ts";
import { knownValues } from "../random/known-values.ts";
import { overfill } from "../random/overfull.ts";
import { randomDocuments } from "../random/random-document.ts";
it("x", async () => {
  await loadDataset(); await overfill();
  const documents = randomDocuments(schema, await knownValues());
  let found = 0;
  for (let seed = 20220507; found < 2; seed++) {
    for (const request of fc.sample(documents, { seed, numRuns: 25 }).flat()) {
      const op = request.query.split(/(?=query |fragment )/);
      if (!/history/.test(request.query) || !/change\b/.test(request.query)) continue;
      const response = await worker.fetch(new Request("http://localhost/graphql", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(request) }) as never, env);
      const text = await response.text();
      if (text.includes("INTERNAL")) { found++; console.log("BUG", seed, JSON.stringify((JSON.parse(text) as any).errors), JSON.stringify(request)); if (found > 1) break; }
    }
  }
}, 3_000_000);
