/** `npm run check`: everything that can be checked without running the tests; names what fails and how to mend it. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root, runTool } from "../local/tool.ts";

type Outcome = { ok: boolean; output: string };

const checks: Record<string, () => Outcome> = {
  "types of the Worker, the command line and the tests": () => runTool("tsc", "--noEmit"),
  "types of the pages": () => runTool("tsc", "-p", "web"),
  // Their packages are installed by the first npm run bench, npm run clients.
  "types of the bench, where it is installed": () => typesWhereInstalled("bench"),
  "types of what asks as clients do, where it is installed": () => typesWhereInstalled("clients"),
  "lint (oxlint)": () => runTool("oxlint", "--type-aware", "--deny-warnings"),
  "format (npm run format)": () => runTool("oxfmt", "--check"),
  "schema/schema.graphql, schema/client-cache.json": () => runScript("cli/build/print-schema.ts", "--check"),
  "docs/images/time-*.svg": () => runScript("cli/build/draw-periods.ts", "--check"),
  "dataset/changeset.schema.json": () => runScript("cli/build/print-changeset-schema.ts", "--check"),
  "drizzle/migrations": () => runScript("cli/build/check-migrations.ts"),
  "size of the Worker (npm run bundle-size)": () => runScript("cli/build/bundle-size.ts"),
  "worker-configuration.d.ts (npm run types)": () => runTool("wrangler", "types", "--check"),
};

for (const [name, check] of Object.entries(checks)) {
  const { ok, output } = check();
  console.log(`${ok ? "ok  " : "FAIL"} ${name}`);
  if (ok) continue;
  console.log(output);
  process.exitCode = 1;
}

function typesWhereInstalled(folder: string): Outcome {
  return existsSync(join(root, folder, "node_modules")) ? runTool("tsc", "-p", folder) : { ok: true, output: "" };
}

function runScript(...script: string[]): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, script, { cwd: root, encoding: "utf8" });
  return { ok: status === 0, output: `${stdout}${stderr}` };
}
