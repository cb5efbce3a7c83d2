/**
 * `node cli/drill/first-steps.ts`: takes the first steps of the README and of docs/ as somebody new would, in a fresh clone of what is
 * committed: installs, starts, asks the first query, begins a data set of their own, and goes to deploy. No account is asked for.
 */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { deepStrictEqual, match, notStrictEqual, strictEqual } from "node:assert";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../local/port.ts";
import { root } from "../local/tool.ts";

const clone = join(mkdtempSync(join(tmpdir(), "entente-first-")), "entente");
/** As in a shell of somebody who has only just cloned: nothing of ours is in the way. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(?:npm_|ENTENTE_|VITEST|NODE_OPTIONS)/i.test(name)),
);

try {
  execFileSync("git", ["clone", "--quiet", root, clone]);
  step("npm ci", () => strictEqual(npm("ci", "--prefer-offline", "--no-audit", "--no-fund").status, 0));
  await served("npm start", [], "README.md");
  await served("a data set of one's own", ["--dataset", "examples/own-facts"], "docs/own-facts.md");
  step("a deployment is refused with placeholders", refusesPlaceholders);
  step("a deployment is tried with an id", triesWithId);
  step("the SQL of one's own data set", () => {
    const { status, output } = npm("run", "dataset-sql", "--", "own.sql", "--dataset", "examples/own-facts");
    strictEqual(status, 0, output);
    match(readFileSync(join(clone, "own.sql"), "utf8"), /Ferry Pact/);
  });
} finally {
  rmSync(join(clone, ".."), { recursive: true, force: true });
}

function step(name: string, take: () => void): void {
  take();
  console.log(`ok   ${name}`);
}

function npm(...options: string[]): { status: number | null; output: string } {
  return run("npm", options);
}

function run(command: string, options: string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(command, options, { cwd: clone, env: environment, encoding: "utf8" });
  return { status, output: `${stdout}${stderr}` };
}

/** Starts on a free port, runs each command of curl on a page in its shell, and holds what is said against what is printed. */
async function served(name: string, options: string[], page: string): Promise<void> {
  const port = await freePort();
  const child = spawn("npm", ["start", "--", "--port", `${port}`, ...options], {
    cwd: clone,
    env: environment,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  try {
    await said(child, "Ctrl-C stops it");
    const text = readFileSync(join(clone, page), "utf8");
    const examples = [
      ...text.matchAll(
        /```sh\n(?<command>(?:TOKEN=.*\n)?curl [^`]*)```\n\n(?:[^\n`]+:\n\n)?```json\n(?<answer>[^`]*)```/g,
      ),
    ];
    notStrictEqual(examples.length, 0);
    for (const { groups } of examples) {
      const command = groups!["command"]!.replaceAll("localhost:8787", `localhost:${port}`);
      const { status, output } = run("sh", ["-c", `{ ${command.replace(/^curl /gm, "curl -s ")}\n} 2>/dev/null`]);
      strictEqual(status, 0, output);
      deepStrictEqual(readAnswer(output), readAnswer(groups!["answer"]!));
    }
  } finally {
    process.kill(-child.pid!, "SIGTERM");
    await new Promise((resolve) => (child.exitCode === null ? child.once("exit", resolve) : resolve(null)));
  }
  console.log(`ok   ${name}, and the commands of ${page}`);
}

/** An answer but for the lineage, which is made by chance with each database. */
function readAnswer(json: string): unknown {
  return JSON.parse(json, (key, value: unknown) => (key === "lineage" && typeof value === "string" ? "chance" : value));
}

/** Waits as long as the process lives. */
function said(child: ReturnType<typeof spawn>, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = "";
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes(text)) resolve();
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.once("exit", () => reject(new Error(`It ended before it said ${text}:\n${output}`)));
  });
}

function refusesPlaceholders(): void {
  for (const env of ["staging", "production"]) {
    const { status, output } = npm("run", "deploy", "--", "--env", env, "--dry-run");
    strictEqual(status, 1, output);
    match(output, new RegExp(`\\[\\[env\\.${env}\\.d1_databases\\]\\] database_id is "put-the-id-of-${env}-here"`));
  }
  const around = run("npx", ["wrangler", "deploy", "--env", "production", "--dry-run"]);
  notStrictEqual(around.status, 0, "wrangler deploy goes around the check");
  match(npm("run", "deploy", "--", "--dry-run").output, /Say where to/);
}

function triesWithId(): void {
  const file = join(clone, "wrangler.toml");
  const id = "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0";
  writeFileSync(file, readFileSync(file, "utf8").replace("put-the-id-of-production-here", id));
  for (const options of [[], ["--dataset", "examples/own-facts"]]) {
    const { status, output } = npm("run", "deploy", "--", "--env", "production", "--dry-run", ...options);
    strictEqual(status, 0, output);
    match(output, /--dry-run: exiting now/);
    strictEqual(output.includes("DATASET_NAME"), options.length > 0, output);
  }
}
