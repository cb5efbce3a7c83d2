import { type ChildProcess, spawnSync } from "node:child_process";
import { once } from "node:events";
import { startTool } from "./tool.ts";

const PATIENCE_MS = 120_000;

/** The Worker as `npm start` runs it, over a folder of its own, that is killed and not stopped. */
export interface KillableServer {
  address: string;
  /** SIGKILL to it and all that it has started; nobody is asked to finish anything. */
  kill: () => Promise<void>;
}

export async function startKillable(
  port: number,
  persistTo: string,
  variables: Readonly<Record<string, string>>,
): Promise<KillableServer> {
  const options = ["dev", "--local", "--ip", "127.0.0.1", "--port", `${port}`, "--inspector-port", "0"];
  for (const [name, value] of Object.entries(variables)) options.push("--var", `${name}:${value}`);
  options.push("--persist-to", persistTo, "--show-interactive-dev-session=false", "--log-level=error");
  const child = startTool("wrangler", options, { stdio: ["ignore", "ignore", "ignore"] });
  const address = `http://127.0.0.1:${port}`;
  const kill = async () => {
    const ended = child.exitCode !== null || child.signalCode !== null ? null : once(child, "exit");
    if (child.pid !== undefined) killAll(child.pid);
    await ended;
    await waitFor(async () => !(await isHealthy(address)), "the killed server is still there");
  };
  const killAtExit = () => child.pid !== undefined && killAll(child.pid);
  process.once("exit", killAtExit);
  child.once("exit", () => process.off("exit", killAtExit));
  await waitFor(() => isHealthy(address, child), "the server did not start");
  return { address, kill };
}

async function isHealthy(address: string, child?: ChildProcess): Promise<boolean> {
  if (child !== undefined && child.exitCode !== null) throw new Error(`wrangler ended with ${child.exitCode}`);
  const response = await fetch(`${address}/health`).catch(() => null);
  return response?.ok ?? false;
}

async function waitFor(condition: () => Promise<boolean>, complaint: string): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(complaint);
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
  }
}

/** The process and all that it has started, and those have, by their ids and no others. */
function killAll(pid: number): void {
  for (const id of [...descendantsOf(pid), pid]) {
    try {
      process.kill(id, "SIGKILL");
    } catch {
      // It has gone already.
    }
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
