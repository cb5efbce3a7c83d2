import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { basename, join } from "node:path";

/**
 * Installs the packages of a folder that has a lockfile of its own, where they are missing or out of date.
 * @throws where they cannot be installed
 */
export function installOwnPackages(folder: string): void {
  const installed = join(folder, "node_modules/.package-lock.json");
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(folder, "package-lock.json")).mtimeMs)
    return;
  console.error(`Installing packages into ${basename(folder)}/node_modules`);
  const npm = process.env["npm_execpath"];
  const [command, options] = npm === undefined ? ["npm", []] : [process.execPath, [npm]];
  const { status } = spawnSync(command, [...options, "ci", "--no-audit", "--no-fund", "--loglevel", "error"], {
    cwd: folder,
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (status !== 0) throw new Error(`npm ci in ${basename(folder)}/ failed: what it said is above`);
}
