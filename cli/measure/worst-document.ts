/**
 * `npm run worst-document [-- DOCUMENTS]`: what the dearest documents within the limits cost in processor time before
 * they are executed. Serves the Worker as it is deployed with a cost limit of 1, so that what is valid is refused as the
 * last step, asks it so many different documents of each sort (100 unless told otherwise), one after another, and reads
 * the time of its process from /proc, so on Linux. What the shortest refused request takes is taken off.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundleWorker } from "../build/bundled-worker.ts";
import { KillableServer } from "../drill/killed-server.ts";
import { loadDataset } from "../command/load.ts";
import { type Family, families } from "./worst-document/family.ts";

export interface Measured {
  name: string;
  /** The processor time for one document. */
  milliseconds: number;
  /** Why it was refused: the code and the first words. */
  refusal: string;
}

/** The kernel counts in hundredths of a second. */
const TICK_MS = 10;
const WARM_UP = 60;
const REFUSED: Family = () => ({ query: "{" });

/** The dearest first. */
async function measureDocuments(count: number): Promise<Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), "entente-worst-"));
  const server = new KillableServer();
  try {
    const persistTo = join(folder, "state");
    const file = bundleWorker(join(folder, "bundle"));
    await loadDataset({ persistTo, quiet: true });
    const variables = { LIMIT_COST: "1", LIMIT_BUDGET: "0", LOG_REQUESTS: "false" };
    const address = await server.serve({ file, persistTo, variables });
    let number = 0;

    async function measure(family: Family, documents: number): Promise<{ milliseconds: number; answer: string }> {
      let answer = "";
      const start = processorTime(server.workers);
      for (let n = 0; n < documents; n += 1) answer = await ask(address, family((number += 1)));
      return { milliseconds: (processorTime(server.workers) - start) / documents, answer };
    }

    for (const family of [REFUSED, ...Object.values(families)]) await measure(family, WARM_UP);
    const least = await measure(REFUSED, count);
    const measured: Measured[] = [];
    for (const [name, family] of Object.entries(families)) {
      const { milliseconds, answer } = await measure(family, count);
      measured.push({ name, milliseconds: milliseconds - least.milliseconds, refusal: refusalOf(answer) });
    }
    return measured.toSorted((a, b) => b.milliseconds - a.milliseconds);
  } finally {
    await server.kill();
    rmSync(folder, { recursive: true });
  }
}

/** User and system time of processes, in ms: fields 14 and 15 of proc(5)'s stat. */
function processorTime(ids: readonly number[]): number {
  return ids.reduce((sum, id) => {
    const fields = readFileSync(`/proc/${id}/stat`, "utf8")
      .replace(/^.*\) /, "")
      .split(" ");
    return sum + (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  }, 0);
}

async function ask(address: string, body: object): Promise<string> {
  const response = await fetch(`${address}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return response.text();
}

function refusalOf(answer: string): string {
  const { errors } = JSON.parse(answer) as { errors?: { message: string; extensions: { code: string } }[] };
  const [first] = errors ?? [];
  if (first === undefined) return "none";
  return `${first.extensions.code}: ${first.message.slice(0, 60)}`;
}

if (import.meta.main) {
  try {
    const count = Number(process.argv[2] ?? 100);
    if (!Number.isSafeInteger(count) || count < 1) throw new Error("npm run worst-document -- DOCUMENTS: from 1 on");
    for (const { name, milliseconds, refusal } of await measureDocuments(count))
      console.log(`${milliseconds.toFixed(1).padStart(6)} ms  ${name.padEnd(52)} ${refusal}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
  // Connections are kept alive.
  process.exit();
}
