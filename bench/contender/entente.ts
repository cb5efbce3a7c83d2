/** Entente as it is deployed, with its limits, cost and headers; only its log is off, as the others have none. */
import { HttpClient } from "../measure/http-client.ts";
import { BASELINE } from "../../cli/measure/baseline.ts";
import { baselineWorker, ententeWorker } from "./bundle.ts";
import type { Contender } from "./contender.ts";
import { get, post, withCursor } from "./graphql-request.ts";
import { serveWorker } from "./served-worker.ts";

/** The budget is kept, and is never spent. */
const USUAL = {
  LOG_REQUESTS: "false",
  LIMIT_BUDGET: "1000000000",
  LIMIT_BUDGET_PER_MINUTE: "1000000000",
  LIMIT_DEADLINE_MS: "60000",
};

interface Build extends Pick<Contender, "name" | "title" | "kind" | "questions"> {
  /** The file of the Worker. */
  worker: () => Promise<string>;
}

/** A build without a cache, with one, and asked by who has the answer. */
function contendersOf({ worker, ...build }: Build) {
  const { name, title } = build;
  const cold: Contender = {
    ...build,
    title: `${title}, cold`,
    runtime: "workerd",
    start: async (data) => serveWorker(await worker(), data, { ...USUAL, CACHE_ANSWERS: "false" }),
    request: (question, variables) => post(question, withCursor(variables)),
    answer: (_, data) => data,
  };
  const hit: Contender = {
    ...cold,
    name: `${name}-hit`,
    title: `${title}, cache hit`,
    start: async (data) => serveWorker(await worker(), data, USUAL),
    request: (question, variables) => get(question, withCursor(variables)),
  };
  const notModified: Contender = {
    ...hit,
    name: `${name}-304`,
    title: `${title}, 304`,
    expects: 304,
    prepare: async ({ origin }, question, sets) => {
      const client = new HttpClient(origin, 1);
      const requests = await Promise.all(
        sets.map(async (variables) => {
          const request = get(question, withCursor(variables));
          const { headers } = await client.ask(request);
          return { ...request, headers: { ...request.headers, "if-none-match": String(headers["etag"]) } };
        }),
      );
      client.close();
      return requests;
    },
    answer: null,
  };
  const isOurs = build.kind === "ours";
  return { cold: { ...cold, grows: isOurs, memberships: isOurs }, hit, notModified };
}

export const entente = contendersOf({ name: "entente", title: "Entente", kind: "ours", worker: ententeWorker });

/** Entente as it was before: what it does more and less since then. It knows no horizon: nobody asks it how certain a tie is. */
export const baseline = contendersOf({
  name: "baseline",
  title: `Entente at ${BASELINE}`,
  kind: "mark",
  questions: ["actor-page", "statements", "statements-deep", "search", "node"],
  worker: baselineWorker,
});
