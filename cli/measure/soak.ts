/**
 * `npm run soak [-- REQUESTS]`: asks the Worker as it is deployed, and a bare Worker that does next to nothing, so many different
 * questions each, in turns, 100,000 unless told otherwise. Shows what the processes of each have in memory by and by, and fails where ours
 * goes on growing beside the bare one: what the local runtime keeps for each request is in both.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundleWorker } from "../build/bundled-worker.ts";
import { loadDataset } from "../command/load.ts";
import { KillableServer } from "../drill/killed-server.ts";

const STEPS = 10;
const AT_ONCE = 8;
/** What ours may grow beyond the bare one in the second half, when all caches have long been full. */
const MOST_LATE_MB = 32;
const SLUGS = ["japan", "france", "india", "australia", "china", "united-kingdom"];

/** Answers as long a text as it is sent, after one look at its own database. */
const BARE = `export default {
  async fetch(request, env) {
    const asked = request.method === "POST" ? await request.text() : request.url;
    const row = await env.DB.prepare("SELECT 1 AS one").first();
    return Response.json({ data: { asked, row } });
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

async function soak(requests: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "entente-soak-"));
  const [ours, bare] = [new KillableServer(), new KillableServer()];
  try {
    const at = (name: string) => join(folder, name);
    writeFileSync(at("bare.js"), BARE);
    await loadDataset({ persistTo: at("ours"), quiet: true });
    const variables = { LOG_REQUESTS: "false", LIMIT_BUDGET: "0" };
    const addresses = [
      await ours.serve({ file: bundleWorker(at("bundle")), persistTo: at("ours"), variables }),
      await bare.serve({ file: at("bare.js"), persistTo: at("bare"), variables: {} }),
    ];
    console.log(
      "| requests | ours, MB | bare, MB | ratio | ours beyond bare since the first, MB |\n|---|---|---|---|---|",
    );
    const beyond: number[] = [];
    for (let step = 0; step <= STEPS; step += 1) {
      const [from, to] = [Math.max(step - 1, 0), step].map((one) => Math.round((one * requests) / STEPS));
      for (const address of addresses) await askAll(address, from!, to!);
      const [mine, other] = [ours.memory(), bare.memory()];
      beyond.push(mine - other);
      console.log(`| ${to} | ${mine} | ${other} | ${(mine / other).toFixed(2)} | ${beyond[step]! - beyond[0]!} |`);
    }
    const late = beyond[STEPS]! - beyond[STEPS / 2]!;
    console.log(`In the second half ours grew by ${late} MB more than the bare one`);
    if (late > MOST_LATE_MB) throw new Error(`More than ${MOST_LATE_MB} MB: something of ours has no bound`);
  } finally {
    await Promise.all([ours.kill(), bare.kill()]);
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
