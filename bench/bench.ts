/** `npm run bench`: installs the peers where they are missing or out of date, and runs the bench. See README.md. */
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";

const folder = import.meta.dirname;

if (!isInstalled()) {
  console.error("Installing the peers into bench/node_modules");
  const npm = process.env["npm_execpath"];
  const [command, options] = npm === undefined ? ["npm", []] : [process.execPath, [npm]];
  const { status } = spawnSync(command, [...options, "ci", "--no-audit", "--no-fund", "--loglevel", "error"], {
    cwd: folder,
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (status !== 0) throw new Error("npm ci in bench/ failed: what it said is above");
}
await import("./run.ts");

function isInstalled(): boolean {
  const installed = join(folder, "node_modules/.package-lock.json");
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(folder, "package-lock.json")).mtimeMs;
}
