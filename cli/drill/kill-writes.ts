/**
 * `npm run kill-writes [-- KILLS]`: serves the Worker as it is deployed over a new folder, sends writes, kills it
 * in the middle of them with SIGKILL, and looks whether anything is torn, doubled or lost; 1,000 times unless told
 * otherwise.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundleWorker } from "../build/bundled-worker.ts";
import { type Acknowledged, lookAfterCrash } from "./crash-check.ts";
import { KillableServer } from "./killed-server.ts";
import { localSettings, localToken } from "../local/local-identity.ts";
import { loadDataset } from "../command/load.ts";
import { pause } from "../../src/domain/fault/pause.ts";

const WRITERS = 4;
const LONGEST_LIFE_MS = 600;

export interface KillReport {
  kills: number;
  sent: number;
  acknowledged: number;
  /** Writes that were sent and not answered when the server was killed. */
  inFlight: number;
  /** The writes in flight that were done though nobody was told, and were answered from their receipts when sent again. */
  unheard: number;
}

/** @throws an error that names all that is wrong after a kill */
export async function killWrites(kills: number, tell: (line: string) => void = () => undefined): Promise<KillReport> {
  const folder = mkdtempSync(join(tmpdir(), "entente-kill-"));
  const keyFile = join(folder, "identity-key.json");
  const persistTo = join(folder, "state");
  const report: KillReport = { kills: 0, sent: 0, acknowledged: 0, inFlight: 0, unheard: 0 };
  const acknowledged: Acknowledged[] = [];
  let next: KillableServer | undefined;
  try {
    const file = bundleWorker(join(folder, "bundle"));
    await loadDataset({ persistTo, quiet: true });
    const settings = await localSettings(keyFile);
    const token = await localToken({ name: "Killer", role: "editor", hours: 24 * 30 }, keyFile);
    let pending: string[] = [];
    let newestAtCrash = 0;
    next = new KillableServer();
    for (let kill = 1; kill <= kills + 1; kill += 1) {
      const server = next;
      if (kill <= kills) next = new KillableServer();
      try {
        const address = await server.serve({ file, persistTo, variables: settings });
        for (const key of pending) {
          const revision = await write(address, token, key);
          acknowledged.push({ key, revision });
          report.acknowledged += 1;
          if (revision <= newestAtCrash) report.unheard += 1;
        }
        if (kill > kills) break;
        pending = await writeUntilKilled(server, address, token, `kill-${kill}`, acknowledged, report);
        report.inFlight += pending.length;
      } finally {
        await server.kill();
      }
      const { faults, newest } = lookAfterCrash(persistTo, acknowledged);
      newestAtCrash = newest;
      if (faults.length > 0) throw new Error(`After kill ${kill}:\n${faults.join("\n")}`);
      report.kills = kill;
      tell(
        `${kill} kills: ${report.sent} writes sent, ${report.acknowledged} acknowledged, ${report.inFlight} in flight at a kill, ${report.unheard} of them done unheard, all there`,
      );
    }
    const { faults } = lookAfterCrash(persistTo, acknowledged);
    if (faults.length > 0) throw new Error(`At the end:\n${faults.join("\n")}`);
  } catch (error) {
    await next?.kill();
    throw new Error(`${error instanceof Error ? error.message : String(error)}\nThe database is in ${folder}`, {
      cause: error,
    });
  }
  rmSync(folder, { recursive: true });
  return report;
}

/** Several writers at once, until the server is no more; gives the keys that nobody has answered. */
async function writeUntilKilled(
  server: KillableServer,
  address: string,
  token: string,
  name: string,
  acknowledged: Acknowledged[],
  report: KillReport,
): Promise<string[]> {
  const unanswered: string[] = [];
  const killed = new AbortController();
  const writers = Array.from({ length: WRITERS }, async (_, writer) => {
    for (let n = 1; !killed.signal.aborted; n += 1) {
      const key = `${name}-writer-${writer}-${n}`;
      report.sent += 1;
      try {
        const revision = await write(address, token, key);
        acknowledged.push({ key, revision });
        report.acknowledged += 1;
      } catch (error) {
        if (!killed.signal.aborted) throw error;
        unanswered.push(key);
      }
    }
  });
  await Promise.race([pause(Math.random() * LONGEST_LIFE_MS), Promise.all(writers)]);
  killed.abort();
  await server.kill();
  await Promise.all(writers);
  return unanswered;
}

/** One write of several rows; CONFLICT is sent again under its key. */
async function write(address: string, token: string, key: string): Promise<number> {
  const input = `{ actors: [{ slug: "${key}", type: STATE, name: "${key}", aliases: [{ name: "The ${key}", sort: VARIANT }] }], memberships: [{ alliance: "nato", actor: "${key}", role: OBSERVER, citations: [{ article: "china-responds-nato-in-asia" }] }] }`;
  const query = `mutation { applyChangeset(input: ${input}, idempotencyKey: "${key}", reason: "${key}") { revision { number } errors { code message } } }`;
  for (;;) {
    const response = await fetch(`${address}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify({ query }),
    });
    const { data } = await response.json<{
      data?: {
        applyChangeset: { revision: { number: number } | null; errors: { code: string; message: string }[] } | null;
      };
    }>();
    const payload = data?.applyChangeset;
    if (payload == null) throw new Error(`${key} was answered with an error`);
    if (payload.revision !== null) return payload.revision.number;
    if (payload.errors[0]?.code !== "CONFLICT") throw new Error(`${key}: ${payload.errors[0]?.message}`);
  }
}

if (import.meta.main) {
  try {
    const kills = Number(process.argv[2] ?? 1000);
    if (!Number.isSafeInteger(kills) || kills < 1)
      throw new Error("npm run kill-writes -- KILLS: a whole number from 1 on");
    const report = await killWrites(kills, (line) => console.log(line));
    console.log(`${report.kills} kills: nothing torn, nothing doubled, nothing acknowledged lost`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
