import { type ChildProcess, spawn, spawnSync, type SpawnOptions } from "node:child_process";
import { delimiter, dirname, join } from "node:path";

export const root = join(import.meta.dirname, "../..");

const scripts = {
  "drizzle-kit": "drizzle-kit/bin.cjs",
  oxfmt: "oxfmt/bin/oxfmt",
  oxlint: "oxlint/bin/oxlint",
  tsc: "typescript/bin/tsc",
  vite: "vite/bin/vite.js",
  wrangler: "wrangler/bin/wrangler.js",
};

export type Tool = keyof typeof scripts;

/** The environment for a tool that asks nothing, reports to nobody and builds for production. */
export const quietly: NodeJS.ProcessEnv = {
  ...process.env,
  // What the tool starts by the name of node is the Node that runs this.
  PATH: `${dirname(process.execPath)}${delimiter}${process.env["PATH"]}`,
  CI: "1",
  NODE_ENV: "production",
  NO_UPDATE_NOTIFIER: "1",
  WRANGLER_SEND_METRICS: "false",
  CLOUDFLARE_CF_FETCH_ENABLED: "false",
  // What it bundles is not deployed, and needs no database: cli/build/deployable.ts.
  ENTENTE_BUNDLED_ONLY: "1",
  // Wrangler would serve a database explorer beside the Worker, and note every address and all SQL in the local state.
  X_LOCAL_EXPLORER: "false",
  X_LOCAL_OBSERVABILITY: "false",
};

/** Runs an installed tool, and gives what it said and whether it succeeded; it runs on the Node that runs this. */
export function runTool(tool: Tool, ...options: string[]): { ok: boolean; output: string } {
  return runToolWith({}, tool, ...options);
}

/** The same, with variables in its environment. */
export function runToolWith(
  variables: Readonly<Record<string, string>>,
  tool: Tool,
  ...options: string[]
): { ok: boolean; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, commandOf(tool, options), {
    cwd: root,
    env: { ...quietly, ...variables },
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  return { ok: status === 0, output: `${stdout}${stderr}` };
}

export function startTool(tool: Tool, options: string[], spawnOptions: SpawnOptions): ChildProcess {
  return spawn(process.execPath, commandOf(tool, options), { cwd: root, env: quietly, ...spawnOptions });
}

function commandOf(tool: Tool, options: string[]): string[] {
  return [join(root, "node_modules", scripts[tool]), ...options];
}
