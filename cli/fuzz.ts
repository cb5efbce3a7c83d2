/**
 * `npm run fuzz [-- REQUESTS] [--seed N]`: serves the Worker as it is deployed over the data set, asks it what nobody
 * should and much that somebody may, and looks at each answer: 100,000 requests unless told otherwise. A request that is
 * answered wrongly is printed with its seed, from which `-- 1 --seed N` makes it again, among others.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { schema } from "../schema/index.ts";
import { knownValues } from "../test/random/known-values.ts";
import { bundleWorker } from "./bundled-worker.ts";
import { answerTo } from "./fuzz/answer.ts";
import { randomRequests, type Tokens } from "./fuzz/random-request.ts";
import { type FuzzRequest, posted } from "./fuzz/request.ts";
import { faultsOf, outcomeOf } from "./fuzz/rule.ts";
import { Tally } from "./fuzz/tally.ts";
import { KillableServer } from "./killed-server.ts";
import { loadDataset } from "./load.ts";
import { localSettings, localToken } from "./local-identity.ts";

const AT_ONCE = 2;
/** Requests from one good query to the next, and from one look at the memory to the next. */
const INTERVAL = 1_000;
/** In MB. */
const MOST_MEMORY = 1_000;
const MOST_FAULTS = 20;

const GOOD = `{ actor(slug: "japan") { name partners(kind: RECIPROCAL_ACCESS, asOf: "2022-05-07") { nodes { name } } } }`;

export interface FuzzReport {
  requests: number;
  tally: Tally;
  /** Each with the request and its seed. */
  faults: string[];
  slowestMs: number;
  /** Of the Worker's process, in MB: after the first interval, the most there was, at the end. */
  memory: { first: number; most: number; last: number };
}

export async function fuzz(
  requests: number,
  firstSeed: number,
  tell: (line: string) => void = () => undefined,
): Promise<FuzzReport> {
  const folder = mkdtempSync(join(tmpdir(), "entente-fuzz-"));
  const server = new KillableServer();
  try {
    const keyFile = join(folder, "identity-key.json");
    const persistTo = join(folder, "state");
    const file = bundleWorker(join(folder, "bundle"));
    await loadDataset({ persistTo, quiet: true });
    // Each request is to be looked at, and none to be kept from it by the one before.
    const variables = { ...(await localSettings(keyFile)), LIMIT_BUDGET: "0", LOG_REQUESTS: "false" };
    const tokenOf = (role: "reader" | "admin") => localToken({ name: "Fuzz", role, hours: 24 }, keyFile);
    const tokens = { reader: await tokenOf("reader"), admin: await tokenOf("admin") };
    const address = await server.serve({ file, persistTo, variables });
    return await fuzzServer({ server, address, tokens }, requests, firstSeed, tell);
  } finally {
    await server.kill();
    rmSync(folder, { recursive: true });
  }
}

interface Served {
  server: KillableServer;
  address: string;
  tokens: Tokens;
}

async function fuzzServer(
  { server, address, tokens }: Served,
  requests: number,
  firstSeed: number,
  tell: (line: string) => void,
): Promise<FuzzReport> {
  const ask = async <Data>(query: string, extensions = {}) => {
    const { body } = await answerTo(address, posted("document", { query, extensions }));
    return JSON.parse(body) as { data: Data };
  };
  // As of a revision that no mutation of these changes.
  const askGood = async () => JSON.stringify(await ask(GOOD, { revision: 1 }));
  const good = await askGood();
  const made = randomRequests(schema, await knownValues(ask), tokens);
  const memory = { first: server.memory(), most: 0, last: 0 };
  const report: FuzzReport = { requests: 0, tally: new Tally(), faults: [], slowestMs: 0, memory };

  async function look(request: FuzzRequest, seed: number): Promise<void> {
    const blame = (fault: string) => {
      const text = `${fault}\n  seed ${seed}, ${request.kind}: ${shown(request)}\n`;
      report.faults.push(text);
      tell(text);
    };
    try {
      const answer = await answerTo(address, request);
      report.tally.add(request.kind, outcomeOf(answer));
      report.slowestMs = Math.max(report.slowestMs, answer.milliseconds);
      const faults = faultsOf(request, answer);
      if (faults.length > 0) blame(`${faults.join(", ")}: ${answer.status} ${answer.body.slice(0, 1_000)}`);
    } catch (error) {
      blame(
        error instanceof Error
          ? `${error.message} ${String((error.cause as Error | undefined)?.message ?? "")}`
          : String(error),
      );
    }
    report.requests += 1;
    if (report.requests % INTERVAL === 0) await lookAtServer(seed);
  }

  async function lookAtServer(seed: number): Promise<void> {
    const now = await askGood();
    if (now !== good) report.faults.push(`before the end of seed ${seed} the good query has another answer: ${now}`);
    memory.last = server.memory();
    memory.most = Math.max(memory.most, memory.last);
    if (report.requests === INTERVAL) memory.first = memory.last;
    tell(`${report.requests} requests, ${report.faults.length} faults, ${memory.last} MB, seed ${seed}`);
  }

  let seed = firstSeed;
  let queue: { request: FuzzRequest; seed: number }[] = [];
  let left = requests;
  const next = () => {
    if (left === 0 || report.faults.length >= MOST_FAULTS) return undefined;
    if (queue.length === 0) {
      queue = made(seed).map((request) => ({ request, seed }));
      seed += 1;
    }
    left -= 1;
    return queue.shift();
  };
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let one = next(); one !== undefined; one = next()) await look(one.request, one.seed);
    }),
  );
  await lookAtServer(seed - 1);
  if (memory.last > MOST_MEMORY) report.faults.push(`the Worker has ${memory.last} MB: ${MOST_MEMORY} at most`);
  return report;
}

function shown({ method, path, headers, body }: FuzzRequest): string {
  const { authorization, ...others } = headers;
  const all = authorization === undefined ? others : { ...others, authorization: authorization.slice(0, 20) };
  return `${method} ${path.slice(0, 3_000)} ${JSON.stringify(all)} ${String(body).slice(0, 6_000)}`;
}

if (import.meta.main) {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { seed: { type: "string" } } });
    const requests = Number(positionals[0] ?? 100_000);
    const seed = Number(values.seed ?? 1);
    if (![requests, seed].every((number) => Number.isSafeInteger(number) && number > 0))
      throw new Error("npm run fuzz -- REQUESTS --seed N: whole numbers from 1 on");
    const start = performance.now();
    const {
      tally,
      faults,
      memory,
      slowestMs,
      requests: done,
    } = await fuzz(requests, seed, (line) => console.log(line));
    console.log(tally.lines().join("\n"));
    console.log(
      `${done} requests in ${Math.round((performance.now() - start) / 60_000)} minutes, the slowest ${Math.round(slowestMs)} ms; ${memory.first} MB of memory at first, ${memory.most} at most, ${memory.last} at the end`,
    );
    if (faults.length > 0) throw new Error(`${faults.length} faults:\n\n${faults.join("\n")}`);
    console.log("no answer of 5xx, no hang, no leak");
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
  // Connections are kept alive.
  process.exit();
}
