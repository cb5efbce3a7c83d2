/**
 * `npm run test:slow [-- --beside N] [VITEST OPTION…]`: runs tests beside N processes that never rest, four for each core when left out.
 * A test that fails here and not otherwise depends on how long something takes.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { root } from "../local/tool.ts";

const { values, tokens } = parseArgs({
  options: { beside: { type: "string", default: `${4 * availableParallelism()}` } },
  strict: false,
  allowPositionals: true,
  tokens: true,
});
const ours = tokens.flatMap((token) =>
  token.kind === "option" && token.name === "beside"
    ? [token.index, ...(token.inlineValue ? [] : [token.index + 1])]
    : [],
);
const options = process.argv.slice(2).filter((_, index) => !ours.includes(index));

const busy = Array.from({ length: Number(values.beside) }, () =>
  // It ends by itself where nobody is left to end it.
  spawn(process.execPath, ["-e", "const parent = process.ppid; while (process.ppid === parent);"], { stdio: "ignore" }),
);
try {
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  const tests = spawn(process.execPath, [vitest, "run", ...options], { cwd: root, stdio: "inherit" });
  const [status] = (await once(tests, "exit")) as [number | null];
  process.exitCode = status ?? 1;
} finally {
  for (const process of busy) process.kill("SIGKILL");
}
