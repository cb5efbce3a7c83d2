import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { Socket } from "node:net";
import { urlOf } from "../local/port.ts";
import { startTool } from "../local/tool.ts";
import { pause } from "../../src/domain/fault/pause.ts";

/** For a machine with much else to do: what has failed ends by itself. */
const PATIENCE_MS = 10 * 60_000;
const LAST_RESORT_MS = 5_000;
/** The time without any answer, even an error, after which it is taken for dead. */
const SILENCE_MS = 15_000;
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
 * @throws where it does not start, or ends or falls silent by itself: nothing of it is left running
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
  // What it has started may live on without it, and keep the port and our pipes.
  const ended = once(child, "exit").then(() => signal(child, "SIGKILL"));
  endWithUs(child);
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
  const address = `${urlOf(host, port)}/health`;
  const ready = await answers(address, child);
  if (stopping) return ended;
  if (!ready) {
    stop();
    throw new Error(`Entente did not start:\n${show().trim() || "wrangler ended without a word"}`);
  }
  onReady();
  show();
  const silent = untilSilent(address, child);
  const how = await Promise.race([ended.then(() => "ended by itself"), silent.then(() => "no longer answers")]);
  if (stopping) return ended;
  signal(child, "SIGKILL");
  throw new Error(
    `Entente ${how}, and is stopped; what it said is above, and what was written is kept: start it again`,
  );
}

/** Wrangler lives on where what it has started is killed, and does not always bring it back: the port is open then, and nothing answers. */
async function untilSilent(address: string, child: ChildProcess): Promise<void> {
  let heardOf = Date.now();
  while (isRunning(child) && Date.now() - heardOf < SILENCE_MS) {
    await new Promise((resolve) => setTimeout(resolve, 1_000).unref());
    const response = await fetch(address, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
    await response?.body?.cancel();
    if (response !== null) heardOf = Date.now();
  }
}

function isRunning({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}

/** We may be killed without a word. A shell holds a pipe of ours, and kills the group once nobody holds the other end. */
function endWithUs(child: ChildProcess): void {
  if (process.platform === "win32" || child.pid === undefined) return;
  const watching = ["-c", 'cat > /dev/null; kill -s KILL -- "-$1" 2> /dev/null', "sh", `${child.pid}`];
  const guard = spawn("sh", watching, { stdio: ["pipe", "ignore", "ignore"], detached: true });
  guard.unref();
  (guard.stdin as Socket | null)?.unref();
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
  while (Date.now() < end && isRunning(child)) {
    const response = await fetch(address).catch(() => null);
    if (response?.ok) return true;
    await pause(100);
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
