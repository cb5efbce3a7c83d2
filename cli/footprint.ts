/**
 * `npm run footprint`: what the Worker takes by itself: its size, the CPU of its start, and its heap after 2,000
 * distinct documents; fails where it is more than it may be.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundleWorker } from "./bundled-worker.ts";
import { inspectWorker } from "./inspected-worker.ts";
import { loadDataset } from "./load.ts";
import { gzippedKilobytes, MOST_KILOBYTES } from "./size.ts";
import { startupCpu } from "./startup-profile.ts";
import { root } from "./tool.ts";

const MOST_STARTUP_MS = 50;
const MOST_HEAP_MB = 64;
const DOCUMENTS = 2000;
const STARTS = 5;

const folder = mkdtempSync(join(tmpdir(), "entente-footprint-"));
try {
  const file = bundleWorker(join(folder, "bundle"));
  report("size, gzipped", gzippedKilobytes(file), MOST_KILOBYTES, "kB");
  const starts = Array.from({ length: STARTS }, () => startupCpu(join(folder, "startup.cpuprofile")));
  report(`start, the quickest of ${STARTS}`, Math.min(...starts), MOST_STARTUP_MS, "ms of CPU");
  report(`heap after ${DOCUMENTS} documents`, (await heapAfterDocuments(file)) / 1e6, MOST_HEAP_MB, "MB");
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function report(what: string, amount: number, most: number, unit: string): void {
  console.log(`${what}: ${amount.toFixed(1)} ${unit}, of ${most}`);
  if (amount >= most) process.exitCode = 1;
}

/** Each is asked often enough to be planned. */
async function heapAfterDocuments(file: string): Promise<number> {
  const persistTo = join(folder, "state");
  await loadDataset({ persistTo, quiet: true });
  const worker = await inspectWorker({ file, persistTo, variables: { LOG_REQUESTS: "false", LIMIT_BUDGET: "0" } });
  try {
    const questions = goldenQuestions();
    for (let number = 0; number < DOCUMENTS; number += 1) {
      const { query, variables } = questions[number % questions.length]!;
      for (const _ of [1, 2, 3]) await ask(worker.origin, `${query}\nquery Other${number} { __typename }`, variables);
    }
    return await worker.heap();
  } finally {
    await worker.stop();
  }
}

function goldenQuestions(): { query: string; variables: unknown }[] {
  const at = (...names: string[]) => join(root, "test/queries", ...names);
  return readdirSync(at())
    .filter((name) => name.endsWith(".graphql"))
    .map((name) => ({ name: name.replace(".graphql", ""), query: readFileSync(at(name), "utf8") }))
    .filter(({ query }) => query.match(/^(?:query\b|\{)/gm)?.length === 1)
    .map(({ name, query }) => {
      const named = query.replace(/^(?:query(?: \w+)?|(?=\{))/m, "query Golden");
      const values = at(`${name}.variables.json`);
      return { query: named, variables: readOptional(values) };
    });
}

function readOptional(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as unknown;
  } catch {
    return {};
  }
}

async function ask(origin: string, query: string, variables: unknown): Promise<void> {
  const response = await fetch(`${origin}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, variables, operationName: "Golden" }),
  });
  const { data, errors } = (await response.json()) as { data?: unknown; errors?: unknown };
  if (data == null) throw new Error(JSON.stringify(errors));
}
