/**
 * `npm run fuzz [-- REQUESTS] [--seed N] [--persist-to DIR]`: serves the Worker as it is deployed over the data set, or over a copy of
 * another local database, asks it what nobody should and much that somebody may, and looks at each answer: 100,000 requests unless
 * told otherwise. A request that is answered wrongly is printed with its seed, from which `-- 50 --seed N` makes it again, among
 * others.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { schema } from "../../schema/index.ts";
import { knownValues } from "../../test/random/known-values.ts";
import { bundleWorker } from "../build/bundled-worker.ts";
import { ask, type FuzzReport, lookAt, type Seeded } from "./fuzz/look.ts";
import { randomRequests } from "./fuzz/random-request.ts";
import { Tally } from "./fuzz/tally.ts";
import { copyHeld } from "./copied-database.ts";
import { KillableServer } from "./killed-server.ts";
import { loadDataset } from "../command/load.ts";
import { localSettings, localToken } from "../local/local-identity.ts";

/** Requests that one server answers, before another goes on over its database. */
const LIFE = 10_000;

interface Campaign {
  requests: number;
  firstSeed: number;
  /** The local database that is copied; that of the data set where left out. */
  from: string | undefined;
}

/** Asks so many requests, of the first seed and those after it. */
async function fuzz({ requests, firstSeed, from }: Campaign, tell: (line: string) => void): Promise<FuzzReport> {
  const folder = mkdtempSync(join(tmpdir(), "entente-fuzz-"));
  const keyFile = join(folder, "identity-key.json");
  const persistTo = join(folder, "state");
  let server = new KillableServer();
  try {
    const file = bundleWorker(join(folder, "bundle"));
    if (from === undefined) await loadDataset({ persistTo, quiet: true });
    else copyHeld(resolve(from), persistTo);
    // Each request is to be looked at, and none to be kept from it by the one before.
    const variables = { ...(await localSettings(keyFile)), LIMIT_BUDGET: "0", LOG_REQUESTS: "false" };
    const tokenOf = (role: "reader" | "admin") => localToken({ name: "Fuzz", role, hours: 24 }, keyFile);
    const tokens = { reader: await tokenOf("reader"), admin: await tokenOf("admin") };
    let address = await server.serve({ file, persistTo, variables });
    const made = randomRequests(schema, await knownValues((query) => ask(address, query)), tokens);

    function* requestsFrom(first: number): Generator<Seeded, void> {
      for (let seed = first; ; seed += 1) for (const request of made(seed)) yield { request, seed };
    }

    const report: FuzzReport = { requests: 0, tally: new Tally(), faults: [], slowestMs: 0, memory: 0 };
    const all = requestsFrom(firstSeed);
    for (;;) {
      const count = Math.min(LIFE, requests - report.requests);
      await lookAt(address, () => server.memory(), all, count, report, tell);
      if (report.requests >= requests || report.faults.length > 0) return report;
      await server.kill();
      server = new KillableServer();
      address = await server.serve({ file, persistTo, variables });
    }
  } finally {
    await server.kill();
    rmSync(folder, { recursive: true });
  }
}

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { seed: { type: "string" }, "persist-to": { type: "string" } },
  });
  const requests = Number(positionals[0] ?? 100_000);
  const seed = Number(values.seed ?? 1);
  if (![requests, seed].every((number) => Number.isSafeInteger(number) && number > 0))
    throw new Error("npm run fuzz -- REQUESTS --seed N: whole numbers from 1 on");
  const start = performance.now();
  const report = await fuzz({ requests, firstSeed: seed, from: values["persist-to"] }, (line) => console.log(line));
  console.log(report.tally.lines().join("\n"));
  const minutes = ((performance.now() - start) / 60_000).toFixed(1);
  console.log(
    `${report.requests} requests in ${minutes} minutes, the slowest ${Math.round(report.slowestMs)} ms, ${report.memory} MB of memory at most`,
  );
  if (report.faults.length > 0) throw new Error(`${report.faults.length} faults:\n\n${report.faults.join("\n")}`);
  console.log("no answer of 5xx, no hang, no leak");
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
// Connections are kept alive.
process.exit();
