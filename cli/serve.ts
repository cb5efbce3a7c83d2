import type { ChildProcess } from "node:child_process";
import { startTool } from "./tool.ts";

const PATIENCE_MS = 60_000;
const LAST_RESORT_MS = 5_000;

/**
 * Starts the Worker on this machine and waits until it answers; what it logs from then on is shown.
 * The signals that stop this process stop it first.
 */
export async function serve(port: number): Promise<ChildProcess> {
  const options = ["dev", "--local", "--ip", "127.0.0.1", "--port", `${port}`, "--inspector-port", "0"];
  const child = startTool("wrangler", [...options, "--show-interactive-dev-session=false", "--log-level=warn"], {
    stdio: ["ignore", "pipe", "pipe"],
    // A group of its own, which is stopped as a whole: wrangler starts processes too.
    detached: process.platform !== "win32",
  });
  process.once("exit", () => signal(child, "SIGKILL"));
  const stop = () => {
    signal(child, "SIGTERM");
    setTimeout(() => signal(child, "SIGKILL"), LAST_RESORT_MS).unref();
  };
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(name, stop);

  let log = "";
  const keep = (chunk: Buffer) => (log += chunk);
  child.stdout?.on("data", keep);
  child.stderr?.on("data", keep);
  if (!(await answers(`http://127.0.0.1:${port}/health`, child))) {
    stop();
    throw new Error(`Entente did not start:\n${log.trim()}`);
  }
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const) {
    from?.off("data", keep);
    from?.pipe(to);
  }
  return child;
}

async function answers(address: string, child: ChildProcess): Promise<boolean> {
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end && child.exitCode === null && child.signalCode === null) {
    const response = await fetch(address).catch(() => null);
    if (response?.ok) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

function signal(child: ChildProcess, name: NodeJS.Signals): void {
  try {
    if (process.platform === "win32") child.kill(name);
    else if (child.pid !== undefined) process.kill(-child.pid, name);
  } catch {
    // It has gone already.
  }
}
