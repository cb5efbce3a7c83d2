/** What the others are held against: floors, and the bare marks of a hit and a 304. */
import { benchWorker } from "./bundle.ts";
import type { Contender } from "./contender.ts";
import { get, post, withPlainCursor } from "./graphql-request.ts";
import { serveWorker } from "./served-worker.ts";

export const staticWorker: Contender = {
  name: "static",
  title: "workerd, static answer of 6.9 kB",
  runtime: "workerd",
  kind: "mark",
  start: async (data) => serveWorker(await benchWorker("static"), data),
  questions: ["raa-partners"],
  request: post,
  answer: null,
};

export const floorWorker: Contender = {
  name: "floor",
  title: "workerd, hand-written SQL that gives the JSON (floor)",
  runtime: "workerd",
  kind: "floor",
  grows: true,
  memberships: true,
  start: async (data) => serveWorker(await benchWorker("floor"), data),
  request: (question, variables) => post(question, withPlainCursor(variables)),
  answer: (_, data) => data,
};

export const bareHit: Contender = {
  name: "bare-hit",
  title: "workerd, bare Cache API hit",
  runtime: "workerd",
  kind: "mark",
  start: async (data) => serveWorker(await benchWorker("bare-hit"), data),
  request: (question, variables) => get(question, withPlainCursor(variables)),
  answer: (_, data) => data,
};

export const bare304: Contender = {
  name: "bare-304",
  title: "workerd, 304 after one row of D1",
  runtime: "workerd",
  kind: "mark",
  expects: 304,
  questions: ["raa-partners"],
  start: async (data) => serveWorker(await benchWorker("bare-304"), data),
  request: get,
  answer: null,
};
