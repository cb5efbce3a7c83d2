/** Peers on the same Worker and D1. */
import { benchWorker } from "./bundle.ts";
import type { Contender } from "./contender.ts";
import { post, withCursor, withPlainCursor } from "./graphql-request.ts";
import { serveWorker } from "./served-worker.ts";

export const plainStack: Contender = {
  name: "plain-stack",
  title: "workerd, Yoga + Entente's Pothos schema by graphql-js (the plain stack)",
  runtime: "workerd",
  kind: "peer",
  start: async (data) => serveWorker(await benchWorker("plain-stack"), data),
  request: (question, variables) => post(question, withCursor(variables)),
  answer: (_, data) => data,
};

export const workerLoader: Contender = {
  name: "worker-loader",
  title: "workerd, Yoga + DataLoader over D1 (what most people write)",
  runtime: "workerd",
  kind: "peer",
  start: async (data) => serveWorker(await benchWorker("loader"), data),
  request: (question, variables) => post(question, withPlainCursor(variables)),
  answer: (_, data) => data,
};
