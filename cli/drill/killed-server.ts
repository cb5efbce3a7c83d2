import { type ChildProcess, fork, spawnSync } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Bundle } from "../build/bundle-options.ts";
import { quietly, root } from "../local/tool.ts";
import { pause } from "../../src/domain/fault/pause.ts";

const PATIENCE_MS = 60_000;

/**
 * The Worker as it is deployed, in workerd, over a database on disk, that is killed and not stopped.
 * A process to serve it can be had before it is needed: most of its start is loading Miniflare.
 */
export class KillableServer {
  readonly #child: ChildProcess = fork(join(root, "cli/build/served-bundle.ts"), {
    env: quietly,
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  #address: string | null = null;
  #ids: number[] = [this.#child.pid!];

  /** Gives the address at which it answers. */
  async serve(bundle: Bundle): Promise<string> {
    this.#child.send(bundle);
    this.#address = await addressFrom(this.#child);
    // Looked up now: to ask for them at the kill would give the writes time to end.
    this.#ids = [...descendantsOf(this.#child.pid!), this.#child.pid!];
    if (this.#ids.length < 2) throw new Error("the server has no workerd of its own");
    return this.#address;
  }

  /** The ids of the processes that the Worker and its database run in. */
  get workers(): readonly number[] {
    return this.#ids.slice(0, -1);
  }

  /** What these have in memory, in MB. */
  memory(): number {
    const { stdout } = spawnSync("ps", ["-o", "rss=", "-p", this.workers.join()], { encoding: "utf8" });
    const kilobytes = stdout.trim().split(/\s+/).map(Number);
    return Math.round(kilobytes.reduce((sum, one) => sum + one, 0) / 1_024);
  }

  /** SIGKILL to it and all that it has started; nobody is asked to finish anything. */
  async kill(): Promise<void> {
    const { exitCode, signalCode } = this.#child;
    const ended = exitCode !== null || signalCode !== null ? null : once(this.#child, "exit");
    for (const id of this.#ids) killOne(id);
    this.#ids = [];
    await ended;
    if (this.#address !== null) await waitUntilSilent(this.#address);
  }
}

async function addressFrom(child: ChildProcess): Promise<string> {
  const waiting = new AbortController();
  const signal = AbortSignal.any([waiting.signal, AbortSignal.timeout(PATIENCE_MS)]);
  const ended = once(child, "exit", { signal }).then(([code]): never => {
    throw new Error(`the server ended with ${code}`);
  });
  ended.catch(() => undefined);
  try {
    const [address] = (await Promise.race([once(child, "message", { signal }), ended])) as [string];
    return address;
  } finally {
    waiting.abort();
  }
}

async function waitUntilSilent(address: string): Promise<void> {
  const answers = () =>
    fetch(`${address}/health`).then(
      () => true,
      () => false,
    );
  const end = Date.now() + PATIENCE_MS;
  while (await answers()) {
    if (Date.now() > end) throw new Error("the killed server still answers");
    await pause(10);
  }
}

function killOne(id: number): void {
  try {
    process.kill(id, "SIGKILL");
  } catch {
    // It has gone already.
  }
}

function descendantsOf(pid: number): number[] {
  const { stdout } = spawnSync("ps", ["-eo", "pid=,ppid="], { encoding: "utf8" });
  const pairs = stdout
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number));
  const childrenOf = (parent: number): number[] =>
    pairs.flatMap(([id, ppid]) => (ppid === parent && id !== undefined ? [...childrenOf(id), id] : []));
  return childrenOf(pid);
}
