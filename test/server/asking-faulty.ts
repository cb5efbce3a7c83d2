import { env } from "cloudflare:workers";
import { expect } from "vitest";
import worker from "../../src/worker.ts";
import { whileTimePasses } from "../held-clock.ts";

export interface Answer {
  status: number;
  /** Null where it broke off. */
  body: string | null;
  code: string | undefined;
  retryAfter: string | null;
  contentType: string | null;
  /** Until the last byte, on the clock that is held. */
  milliseconds: number;
}

/** Each request reads what it would where nothing is remembered, and only faults are logged. */
const EXACT: object = { CACHE_STALENESS_MS: 0, LOG_REQUESTS: false };

/** Fetches from the Worker over a database while time passes, and sees that nothing of it shows in a failure. */
export function fetchOver(database: D1Database, request: Request, settings: object = {}): Promise<Answer> {
  return whileTimePasses(answerOver(database, request, settings));
}

async function answerOver(database: D1Database, request: Request, settings: object): Promise<Answer> {
  const start = Date.now();
  const response = await worker.fetch(request as never, { ...env, ...EXACT, ...settings, DB: database });
  const body = await response.arrayBuffer().then(
    (bytes) => new TextDecoder().decode(bytes),
    () => null,
  );
  if (response.status !== 200)
    expect(body).not.toMatch(/\bD1\b|D1_|sql|select|overloaded|connection lost|\bat\b.*:\d+/i);
  const code = /"code":"(?<code>\w+)"/.exec(body ?? "")?.groups?.["code"];
  const { status, headers } = response;
  return {
    status,
    body,
    code,
    retryAfter: headers.get("retry-after"),
    contentType: headers.get("content-type"),
    milliseconds: Date.now() - start,
  };
}

export function asking(query: string, headers: Record<string, string> = {}): Request {
  return new Request("http://localhost/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ query }),
  });
}

export const JAPAN = `{ actor(slug: "japan") { name alliances { nodes { name } } } }`;

/** A request of each sort that reads. */
export const readings: Record<string, () => Request> = {
  "a query": () => asking(JAPAN),
  "a pinned query": () => asking(JAPAN, { "entente-revision": "1" }),
  "a query of several statements": () =>
    asking(
      `{ resolve(name: "Japan") { alias match { __typename } } search(query: "Japan") { totalCount edges { node { __typename } } } }`,
    ),
  "an export": () => new Request("http://localhost/export/alliances.ndjson"),
  "a reconciliation": () =>
    new Request(
      `http://localhost/reconcile?queries=${encodeURIComponent(`{"q0":{"query":"Japan"},"q1":{"query":"NATO"}}`)}`,
    ),
  "a reconciliation by a property": () =>
    new Request(
      `http://localhost/reconcile?queries=${encodeURIComponent(`{"q0":{"query":"Japan","properties":[{"pid":"country","v":"Japan"}]}}`)}`,
    ),
  "a data extension": () =>
    new Request(
      `http://localhost/reconcile?extend=${encodeURIComponent(`{"ids":["MTpTdGF0ZTo3Ng"],"properties":[{"id":"alliances"}]}`)}`,
    ),
  "a suggestion": () => new Request("http://localhost/reconcile/suggest/entity?prefix=jap"),
  "the state": () => new Request("http://localhost/health"),
};
