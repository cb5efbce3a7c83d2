import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildWeb } from "../../cli/build/build-web.ts";
import { localSettings } from "../../cli/local/local-identity.ts";
import { freePort } from "../../cli/local/port.ts";
import { quietly } from "../../cli/local/tool.ts";
import { copyLoaded } from "../prepared/loaded.ts";

const root = join(import.meta.dirname, "../..");
/** For a machine with much else to do: what has failed ends by itself. */
const PATIENCE_MS = 10 * 60_000;

/** The real Worker, with its page and its data, on a port of its own. */
export interface ServedSite {
  url: string;
  stop(): Promise<void>;
}

/**
 * Serves the site with settings of its own, or takes the one that ENTENTE_URL names, so that a deployed site can be
 * tested as well.
 */
export async function serveSite(settings: Readonly<Record<string, string>> = {}): Promise<ServedSite> {
  const running = process.env.ENTENTE_URL;
  if (running) return { url: running.replace(/\/$/, ""), stop: async () => {} };
  buildWeb();
  const data = mkdtempSync(join(tmpdir(), "entente-web-"));
  const worker = await startWorker(data, settings).catch((error: unknown) => {
    rmSync(data, { recursive: true, force: true });
    throw error;
  });
  return {
    url: worker.url,
    stop: async () => {
      await worker.stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

async function startWorker(data: string, given: Readonly<Record<string, string>>): Promise<ServedSite> {
  await copyLoaded(data);
  const port = await freePort();
  const wrangler = [join(root, "node_modules/wrangler/bin/wrangler.js"), "dev", "--local"];
  const settings = Object.entries({ ...(await localSettings()), ...given }).flatMap(([name, value]) => [
    "--var",
    `${name}:${value}`,
  ]);
  const options = ["--ip", "127.0.0.1", "--port", `${port}`, "--persist-to", data, ...settings];
  const child = spawn(process.execPath, [...wrangler, ...options], {
    cwd: root,
    env: quietly,
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let log = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (log += chunk));
  const stopAtExit = () => signal(child, "SIGKILL");
  process.once("exit", stopAtExit);
  const stop = async () => {
    process.off("exit", stopAtExit);
    await stopped(child);
  };
  const url = `http://127.0.0.1:${port}`;
  try {
    await answering(`${url}/health`, child);
  } catch (error) {
    await stop();
    throw new Error(`wrangler dev did not start:\n${log}`, { cause: error });
  }
  return { url, stop };
}

async function answering(url: string, child: ChildProcess): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end && child.exitCode === null) {
    const response = await fetch(url).catch(() => null);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${url} did not answer 200 within ${PATIENCE_MS / 1_000} s`);
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  signal(child, "SIGTERM");
  const lastResort = setTimeout(() => signal(child, "SIGKILL"), 5_000);
  await gone;
  clearTimeout(lastResort);
}

/** Wrangler starts processes of its own: the signal goes to the group that the child leads. */
function signal(child: ChildProcess, name: NodeJS.Signals): void {
  try {
    process.kill(-child.pid!, name);
  } catch {
    // It has gone already.
  }
}
