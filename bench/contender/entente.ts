/** Entente as it is deployed, with its limits, cost and headers; only its log is off, as the others have none. */
import { HttpClient } from "../measure/http-client.ts";
import { ententeWorker } from "./bundle.ts";
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

export const ententeCold: Contender = {
  name: "entente",
  title: "Entente, cold",
  runtime: "workerd",
  kind: "ours",
  grows: true,
  start: async (data) => serveWorker(await ententeWorker(), data, { ...USUAL, CACHE_ANSWERS: "false" }),
  request: (question, variables) => post(question, withCursor(variables)),
  answer: (_, data) => data,
};

export const ententeHit: Contender = {
  name: "entente-hit",
  title: "Entente, cache hit",
  runtime: "workerd",
  kind: "ours",
  start: async (data) => serveWorker(await ententeWorker(), data, USUAL),
  request: (question, variables) => get(question, withCursor(variables)),
  answer: (_, data) => data,
};

export const entente304: Contender = {
  ...ententeHit,
  name: "entente-304",
  title: "Entente, 304",
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
