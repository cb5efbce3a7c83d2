import { env } from "cloudflare:workers";
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { schema } from "../../schema/index.ts";
import worker from "../../src/worker.ts";
import { loadDataset } from "../load-dataset.ts";
import { knownValues } from "../random/known-values.ts";
import { randomDocuments, type RandomRequest } from "../random/random-document.ts";

beforeAll(loadDataset);

interface Answer {
  data?: unknown;
  errors?: { message: string; extensions: { code: string; requested?: number } }[];
  extensions?: { cost: { requested: number; limit: number; remaining: number } };
}

async function answerTo(request: RandomRequest): Promise<Answer> {
  const response = await worker.fetch(
    new Request("http://localhost/graphql", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(request),
    }) as never,
    env,
  );
  return response.json();
}

/** How many objects there are in an answer. */
function objectsIn(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  const inner = Object.values(value).reduce((sum: number, one) => sum + objectsIn(one), 0);
  return Array.isArray(value) ? inner : 1 + inner;
}

describe("the cost of a query", () => {
  it(
    "is never less than what was done",
    async () => {
      const seed = 20220507;
      const documents = fc.sample(randomDocuments(schema, await knownValues()), {
        seed,
        numRuns: Math.ceil(env.RANDOM_QUERIES / 3),
      });
      const inOrder = documents.flat();
      const [requests = []] = fc.sample(fc.shuffledSubarray(inOrder, { minLength: inOrder.length }), {
        seed,
        numRuns: 1,
      });
      let executed = 0;
      const unsound: unknown[] = [];
      const codes: Record<string, number> = {};
      let objects = 0;
      for (const request of requests.slice(0, env.RANDOM_QUERIES)) {
        const { data, errors, extensions } = await answerTo(request);
        for (const e of errors ?? []) {
          codes[e.extensions.code] = (codes[e.extensions.code] ?? 0) + 1;
          if (!["COST_LIMIT_EXCEEDED", "BAD_USER_INPUT"].includes(e.extensions.code) || /Variable|lit/.test(e.message))
            console.log(e.message, JSON.stringify(request));
        }
        if (Math.random() < 0.04)
          console.log(JSON.stringify(request), JSON.stringify(data)?.slice(0, 300), extensions?.cost.requested);
        if (extensions === undefined) continue;
        executed += 1;
        const done = objectsIn(data) - Number(data !== null);
        objects += done;
        if (done > extensions.cost.requested) unsound.push({ ...request, done, ...extensions.cost });
      }
      console.log({ executed, n: requests.length, codes, objects });
      expect(unsound).toEqual([]);
      expect(executed).toBeGreaterThan(0.7 * requests.length);
    },
    60 * 60_000,
  );
});
