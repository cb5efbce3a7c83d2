/**
 * `npm run soak [-- REQUESTS]`: asks the Worker as it is deployed, and a bare Worker that does next to nothing, so many different
 * questions each, in turns, 100,000 unless told otherwise. Shows by and by what each has in memory, and fails where the heap of ours goes
 * on growing. What the processes take beyond their heaps is the local runtime's: it is there beside the bare one too.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundleWorker } from "../build/bundled-worker.ts";
import { loadDataset } from "../command/load.ts";
import { type Bundle } from "../build/bundle-options.ts";
import { inspectWorker } from "./inspected-worker.ts";

const STEPS = 10;
const AT_ONCE = 8;
/** The growth that our heap may have in the second half, when its caches are full or nearly so. */
const MOST_LATE_MB = 16;
const SLUGS = ["japan", "france", "india", "australia", "china", "united-kingdom"];

/** Answers after one look at its own database; by GET, it keeps the answer in the shared cache. */
const BARE = `export default {
  async fetch(request, env) {
    const asked = request.method === "POST" ? await request.text() : request.url;
    const { results } = await env.DB.withSession("first-unconstrained").prepare("SELECT 1 AS one").all();
    const response = Response.json({ data: { asked, results } }, { headers: { "cache-control": "max-age=60" } });
    if (request.method === "GET") await caches.default.put(request, response.clone());
    return response;
  },
};`;

/** A question that has not been asked before: another document by POST, or another one by GET, which is kept in the shared cache. */
function ask(address: string, n: number): Promise<Response> {
  const slug = SLUGS[n % SLUGS.length]!;
  const day = new Date(Date.UTC(1990, 0, 1 + (n % 12_000))).toISOString().slice(0, 10);
  const query = [
    `{ a${n}: actor(slug: "${slug}") { name partners(asOf: "${day}", first: 5) { nodes { name } } } }`,
    `{ a${n}: search(query: "${slug} ${n}", first: 3) { nodes { __typename } } }`,
    `query Q${n}($slug: String!) { actor(slug: $slug) { name memberships(asOf: "${day}", first: 5) { nodes { role } } } }`,
    `{ nothing${n} }`,
  ][n % 4]!;
  const variables = { slug };
  if (n % 3 === 0) {
    const parameters = new URLSearchParams({ query, variables: JSON.stringify(variables) });
    return fetch(`${address}/graphql?${parameters.toString()}`);
  }
  return fetch(`${address}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, variables }),
  });
}

async function askAll(address: string, from: number, to: number): Promise<void> {
  let next = from;
  const asking = async () => {
    while (next < to) {
      const response = await ask(address, next++);
      await response.arrayBuffer();
      if (response.status >= 500) throw new Error(`${address} answers ${response.status}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, asking));
}

/** A Worker that is asked, and what it has in memory, in MB. */
interface Soaked {
  origin: string;
  /** The memory that its process has. */
  process: () => number;
  /** The heap that it has in use, when all that can be has been collected. */
  heap: () => Promise<number>;
  stop: () => Promise<void>;
}

const soaked: number[] = [];

async function soakedWorker(bundle: Bundle): Promise<Soaked> {
  const worker = await inspectWorker(bundle);
  const id = runtimes().find((one) => !soaked.includes(one))!;
  soaked.push(id);
  const kilobytes = () => Number(spawnSync("ps", ["-o", "rss=", "-p", `${id}`], { encoding: "utf8" }).stdout);
  return {
    origin: worker.origin,
    process: () => Math.round(kilobytes() / 1_024),
    heap: async () => Math.round((await worker.heap()) / 2 ** 20),
    stop: worker.stop,
  };
}

/** The ids of the processes of workerd that this process has started. */
function runtimes(): number[] {
  const { stdout } = spawnSync("ps", ["--ppid", `${process.pid}`, "-o", "pid=,args="], { encoding: "utf8" });
  return stdout.split("\n").flatMap((line) => (line.includes("workerd serve") ? [Number.parseInt(line, 10)] : []));
}

async function soak(requests: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "entente-soak-"));
  const at = (name: string) => join(folder, name);
  writeFileSync(at("bare.js"), BARE);
  await loadDataset({ persistTo: at("ours"), quiet: true });
  const variables = { LOG_REQUESTS: "false", LIMIT_BUDGET: "0" };
  const ours = await soakedWorker({ file: bundleWorker(at("bundle")), persistTo: at("ours"), variables });
  const bare = await soakedWorker({ file: at("bare.js"), persistTo: at("bare"), variables: {} });
  try {
    console.log("| requests | heap of ours, MB | heap of the bare | process of ours | process of the bare | ratio |");
    console.log("|---|---|---|---|---|---|");
    const heaps: number[] = [];
    for (let step = 0; step <= STEPS; step += 1) {
      const [from, to] = [Math.max(step - 1, 0), step].map((one) => Math.round((one * requests) / STEPS));
      for (const { origin } of [ours, bare]) await askAll(origin, from!, to!);
      const heap = await ours.heap();
      const [mine, other] = [ours.process(), bare.process()];
      heaps.push(heap);
      console.log(`| ${to} | ${heap} | ${await bare.heap()} | ${mine} | ${other} | ${(mine / other).toFixed(2)} |`);
    }
    const late = heaps[STEPS]! - heaps[STEPS / 2]!;
    console.log(`In the second half the heap of ours grew by ${late} MB`);
    if (late > MOST_LATE_MB) throw new Error(`More than ${MOST_LATE_MB} MB: something of ours has no bound`);
  } finally {
    await Promise.all([ours.stop(), bare.stop()]);
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) {
  try {
    const requests = Number(process.argv[2] ?? 100_000);
    if (!Number.isSafeInteger(requests) || requests < STEPS)
      throw new Error(`npm run soak -- REQUESTS: a whole number from ${STEPS} on`);
    await soak(requests);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
