/**
 * `npm run clients [-- FILE…]`: reads the service's answers through clients that keep what they were told, and looks whether
 * that is what the service says. Installs the clients where they are missing or out of date.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { installOwnPackages } from "../cli/local/own-packages.ts";
import { root } from "../cli/local/tool.ts";

installOwnPackages(import.meta.dirname);
const vitest = [
  join(root, "node_modules/vitest/vitest.mjs"),
  "run",
  "--config",
  join(import.meta.dirname, "vitest.config.ts"),
];
const { status } = spawnSync(process.execPath, [...vitest, ...process.argv.slice(2)], { cwd: root, stdio: "inherit" });
process.exitCode = status ?? 1;
