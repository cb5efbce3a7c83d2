import { env } from "cloudflare:workers";
import * as fc from "fast-check";
import { getOperationAST, parse } from "graphql";
import { beforeAll, expect, it } from "vitest";
import { schema } from "../../../schema/index.ts";
import { costing, costOf } from "../../../src/server/cost/cost.ts";
import worker from "../../../src/worker.ts";
import { ask } from "../../ask.ts";
import { loadDataset } from "../../load-dataset.ts";
import { knownValues } from "../../random/known-values.ts";
import { overfill } from "../../random/overfull.ts";
import { randomDocuments, type RandomRequest } from "../../random/random-document.ts";

const FIRST_SEED = 20220507;
/** A query that is late on a busy machine shows nothing. */
const PATIENT = { LIMIT_DEADLINE_MS: 600_000 };

beforeAll(async () => {
  await loadDataset();
  await overfill();
});

interface Answer {
  data?: object | null;
  errors?: { extensions: { code: string } }[];
  extensions?: { cost: { requested: number } };
}

async function answerTo(request: RandomRequest): Promise<Answer> {
  const asked = new Request("http://localhost/graphql", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(request),
  });
  const response = await worker.fetch(asked as never, { ...env, ...PATIENT });
  return response.json();
}

/** How many objects a value holds, itself counted. */
function objectsIn(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  const within = Object.values(value).reduce<number>((sum, one) => sum + objectsIn(one), 0);
  return Array.isArray(value) ? within : 1 + within;
}

/** The cost without what fields cost besides their objects. */
function objectsReckoned({ query, operationName, variables }: RandomRequest): number {
  const document = parse(query);
  const { plan, variables: values } = costing(schema)(document, getOperationAST(document, operationName)!, variables);
  const selections = plan.selections.map((parts) => parts.map((part) => ({ ...part, extra: 0 })));
  return costOf({ plan: { ...plan, selections }, variables: values });
}

const EXPECTED_CODES = ["BAD_USER_INPUT", "COST_LIMIT_EXCEEDED"];

it(
  "reckons no random query cheaper than what it does",
  async () => {
    const count = Number(import.meta.env["VITE_RANDOM_QUERIES"] ?? 300);
    const documents = randomDocuments(schema, await knownValues(ask));
    const codes = new Map<string, number>();
    const unsound: object[] = [];
    let asked = 0;
    let done = 0;
    for (let seed = FIRST_SEED; asked < count; seed += 1) {
      // Fewer documents than the Worker keeps, each asked several times and seldom in a row.
      const requests = fc.sample(documents, { seed, numRuns: 25 }).flat();
      const [shuffled = []] = fc.sample(fc.shuffledSubarray(requests, { minLength: requests.length }), {
        seed,
        numRuns: 1,
      });
      for (const request of shuffled.slice(0, count - asked)) {
        asked += 1;
        const { data, errors = [], extensions } = await answerTo(request);
        for (const { extensions: own } of errors) codes.set(own.code, (codes.get(own.code) ?? 0) + 1);
        if (data == null) continue;
        const objects = objectsIn(data) - 1;
        const { requested } = extensions!.cost;
        const reckoned = objectsReckoned(request);
        if (!(objects <= reckoned && reckoned <= requested)) unsound.push({ ...request, objects, reckoned, requested });
        done += objects;
      }
    }
    expect(unsound).toEqual([]);
    // All is valid, and most is answered, with much: else this would show nothing.
    expect([...codes.keys()].filter((code) => !EXPECTED_CODES.includes(code))).toEqual([]);
    expect(codes.get("COST_LIMIT_EXCEEDED") ?? 0).toBeLessThan(count / 4);
    expect(done).toBeGreaterThan(20 * count);
  },
  2 * 60 * 60_000,
);
