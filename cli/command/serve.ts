import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { urlOf } from "../local/port.ts";
import { startTool } from "../local/tool.ts";

/** For a machine with much else to do: what has failed ends by itself. */
const PATIENCE_MS = 10 * 60_000;
const LAST_RESORT_MS = 5_000;
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

export interface Serving {
  host: string;
  port: number;
  /** As of `wrangler dev --persist-to`. */
  persistTo: string;
  /** The folder of the pages. */
  pages: string;
  /** The Worker's settings. */
  variables: Readonly<Record<string, string>>;
}

/**
 * Runs the Worker on this machine, until a signal stops this
 * process, and the Worker with it. Calls `onReady` when it answers; what it logs from then on is shown.
 */
export async function serve({ host, port, persistTo, pages, variables }: Serving, onReady: () => void): Promise<void> {
  const options = ["dev", "--local", "--ip", host, "--port", `${port}`, "--inspector-port", "0"];
  options.push("--persist-to", persistTo, "--assets", pages);
  for (const [name, value] of Object.entries(variables)) options.push("--var", `${name}:${value}`);
  const child = startTool("wrangler", [...options, "--show-interactive-dev-session=false", "--log-level=warn"], {
    stdio: ["ignore", "pipe", "pipe"],
    // A group of its own, which is stopped as a whole: wrangler starts processes too.
    detached: process.platform !== "win32",
  });
  const ended = once(child, "exit");
  let stopping = false;
  const stop = () => {
    stopping = true;
    signal(child, "SIGTERM");
    setTimeout(() => signal(child, "SIGKILL"), LAST_RESORT_MS).unref();
  };
  for (const name of SIGNALS) process.once(name, stop);
  process.once("exit", () => signal(child, "SIGKILL"));
  stopWithNpm(stop);

  const show = collect(child);
  const ready = await answers(`${urlOf(host, port)}/health`, child);
  if (stopping) return void (await ended);
  if (!ready) {
    stop();
    throw new Error(`Entente did not start:\n${show().trim()}`);
  }
  onReady();
  show();
  await ended;
  if (!stopping) throw new Error("Entente ended by itself; what it said is above");
}

/** npm passes a signal on to the shell that it has started us with, and the shell keeps it to itself. */
function stopWithNpm(stop: () => void): void {
  if (process.env["npm_lifecycle_event"] === undefined) return;
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    stop();
  }, 250).unref();
}

/** Keeps what the process says. The function it returns gives that back, and has all that follows shown. */
function collect(child: ChildProcess): () => string {
  let log = "";
  const keep = (chunk: Buffer) => (log += chunk);
  child.stdout?.on("data", keep);
  child.stderr?.on("data", keep);
  return () => {
    child.stdout?.off("data", keep).pipe(process.stdout);
    child.stderr?.off("data", keep).pipe(process.stderr);
    return log;
  };
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
