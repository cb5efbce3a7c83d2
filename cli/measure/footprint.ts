/**
 * `npm run footprint`: what the Worker takes by itself: its size, the CPU of its start beside that of the baseline, and its
 * heap after 2,000 distinct documents; fails where it is more than it may be (docs/decisions/0023-bounds-of-the-worker.md).
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { askBaseline, BASELINE } from "./baseline.ts";
import { bundleWorker } from "../build/bundled-worker.ts";
import { inspectWorker } from "./inspected-worker.ts";
import { loadDataset } from "../command/load.ts";
import { gzippedKilobytes, MOST_KILOBYTES } from "../build/size.ts";
import { startupCpu } from "./startup-profile.ts";
import { root } from "../local/tool.ts";

/** The most that a start may take, in starts of the baseline, measured in turns: what a machine takes differs from one minute to the next. */
const MOST_STARTUP = 1.15;
const MOST_HEAP_MB = 64;
const DOCUMENTS = 2000;
const STARTS = 9;

const folder = mkdtempSync(join(tmpdir(), "entente-footprint-"));
try {
  const file = bundleWorker(join(folder, "bundle"));
  report("size, gzipped", gzippedKilobytes(file), MOST_KILOBYTES, "kB");
  const profile = join(folder, "startup.cpuprofile");
  const starts = Array.from({ length: STARTS }, () => {
    const ours = startupCpu(profile);
    const theirs = askBaseline("cli/startup-profile.ts", "startupCpu", profile) as number;
    return { ours, theirs, ratio: ours / theirs };
  });
  const median = (key: "ours" | "theirs" | "ratio") =>
    starts.map((start) => start[key]).toSorted((a, b) => a - b)[(STARTS - 1) / 2]!;
  console.log(`start: ${median("ours").toFixed(1)} ms of CPU, and ${median("theirs").toFixed(1)} at ${BASELINE}`);
  report(`start, the median of ${STARTS} pairs`, median("ratio"), MOST_STARTUP, `times that at ${BASELINE}`, 2);
  report(`heap after ${DOCUMENTS} documents`, (await heapAfterDocuments(file)) / 1e6, MOST_HEAP_MB, "MB");
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function report(what: string, amount: number, most: number, unit: string, digits = 1): void {
  console.log(`${what}: ${amount.toFixed(digits)} ${unit}, of ${most}`);
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
  const { data, errors } = await response.json<{ data?: unknown; errors?: unknown }>();
  if (data == null) throw new Error(JSON.stringify(errors));
}
