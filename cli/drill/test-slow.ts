/**
 * `npm run test:slow [-- --beside N] [VITEST OPTION…]`: runs tests beside N processes that never rest, four for each core when left out.
 * A test that fails here and not otherwise depends on how long something takes.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { takeOption } from "../local/own-option.ts";
import { root } from "../local/tool.ts";

const BESIDE = "a whole number from 1 on";
const { value: beside = `${4 * availableParallelism()}`, rest } = takeOption(process.argv.slice(2), "beside", BESIDE);
if (!/^[1-9]\d{0,3}$/.test(beside)) throw new Error(`--beside takes ${BESIDE}, not "${beside}"`);
// Vitest gives each of its workers a minute to start, however busy the machine is: one at a time has that.
const oneByOne = rest.some((option) => option.startsWith("--maxWorkers")) ? [] : ["--maxWorkers=1"];

const busy = Array.from({ length: Number(beside) }, () =>
  // It ends by itself where nobody is left to end it.
  spawn(process.execPath, ["-e", "const parent = process.ppid; while (process.ppid === parent);"], { stdio: "ignore" }),
);
try {
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  const tests = spawn(process.execPath, [vitest, "run", ...oneByOne, ...rest], { cwd: root, stdio: "inherit" });
  const [status] = (await once(tests, "exit")) as [number | null];
  process.exitCode = status ?? 1;
} finally {
  for (const process of busy) process.kill("SIGKILL");
}
