import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeAll, expect, it } from "vitest";
import worker from "../../../src/worker.ts";
import { sha256 } from "../../../src/server/http/sha256.ts";
import { loadDataset } from "../../load-dataset.ts";
import { run } from "../../revise.ts";
import { type Key, makeKey, trusting } from "../auth/issuer.ts";

/** How many requests; `VITE_INTERLEAVED=10000` for the long form. */
const REQUESTS = Number((import.meta.env as Record<string, string | undefined>)["VITE_INTERLEAVED"] ?? 400);
const AT_ONCE = 5;

const texts = import.meta.glob<string>("../../queries/*.graphql", { query: "?raw", import: "default", eager: true });
const variables = import.meta.glob<object>("../../queries/*.variables.json", { import: "default", eager: true });
const questions = Object.entries(texts).map(([file, query]) => ({
  query,
  variables: variables[file.replace(".graphql", ".variables.json")] ?? {},
}));

let key: Key;

beforeAll(async () => {
  await loadDataset();
  key = await makeKey("k1");
});

/** A sequence that is the same each time: mulberry32. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

const roles = [null, null, null, null, "reader", "editor"] as const;
type Wanted = Awaited<ReturnType<typeof drawn>>;

/** One request: which question, by whom, as of when, how it is sent. */
async function drawn(roll: (sides: number) => number, newest: number) {
  const { query, variables: values } = questions[roll(questions.length)]!;
  const role = roles[roll(roles.length)]!;
  const headers: Record<string, string> = {};
  if (role !== null) headers["authorization"] = `Bearer ${await key.sign({ role, sub: role })}`;
  if (roll(3) === 0) headers["entente-revision"] = String(1 + roll(newest));
  if (roll(4) === 0) headers["accept"] = "application/graphql-response+json";
  const persistedQuery = { version: 1, sha256Hash: await sha256(query) };
  const isById = roll(3) === 0;
  return {
    role,
    headers,
    body: { query, variables: values, ...(isById ? { extensions: { persistedQuery } } : {}) },
    isPost: roll(3) === 0,
  };
}

function requestOf({ headers, body, isPost }: Wanted): Request {
  if (isPost) {
    const typed = { ...headers, "content-type": "application/json" };
    return new Request("http://localhost/graphql", { method: "POST", headers: typed, body: JSON.stringify(body) });
  }
  const search = Object.entries(body).map(([name, value]) => [
    name,
    typeof value === "string" ? value : JSON.stringify(value),
  ]);
  return new Request(`http://localhost/graphql?${new URLSearchParams(search).toString()}`, { headers });
}

async function send(wanted: Wanted, settings: object) {
  const execution = createExecutionContext();
  const given = {
    ...env,
    ...trusting(key),
    CACHE_STALENESS_MS: "0",
    LIMIT_BUDGET: "0",
    LIMIT_DEADLINE_MS: "600000",
    LOG_REQUESTS: "false",
    ...settings,
  };
  const response = await worker.fetch(requestOf(wanted) as never, given, execution);
  const body = await response.text();
  await waitOnExecutionContext(execution);
  const { status, headers } = response;
  return {
    status,
    type: headers.get("content-type"),
    body,
    policy: headers.get("cache-control"),
    timing: headers.get("server-timing"),
  };
}

it("gives everybody the answer that is theirs, whoever asked before and whatever was written meanwhile", async () => {
  const roll = dice(20_261_124);
  let newest = 1;
  let hits = 0;
  for (let n = 0; n < REQUESTS; n += AT_ONCE) {
    if (roll(12) === 0) {
      await run(`update actors set name = 'Japan ${n}' where slug = 'japan'`);
      newest += 1;
    }
    const wanted = await Promise.all(Array.from({ length: AT_ONCE }, () => drawn(roll, newest)));
    const shared = await Promise.all(wanted.map((one) => send(one, {})));
    const alone = await Promise.all(wanted.map((one) => send(one, { CACHE_ANSWERS: "false" })));
    for (const [index, { status, type, body, policy, timing }] of shared.entries()) {
      const { role, body: asked, headers } = wanted[index]!;
      const plain = alone[index]!;
      expect({ status, type, body, asked, headers }).toEqual({
        status: plain.status,
        type: plain.type,
        body: plain.body,
        asked,
        headers,
      });
      const isHit = timing?.includes("cache;desc=hit") ?? false;
      if (isHit) hits += 1;
      // What was asked under an identity is nobody else's, and does not come from anybody else.
      expect(role === null || (policy === "no-store" && !isHit)).toBe(true);
    }
  }
  expect(hits).toBeGreaterThan(REQUESTS / 20);
}, 3_600_000);
