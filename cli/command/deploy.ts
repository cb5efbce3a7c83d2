/**
 * `npm run deploy -- --env staging|production [OPTION…]`: looks whether wrangler.toml is ready, builds the pages and deploys. Options
 * are those of `wrangler deploy`, such as `--dry-run` and `--message`.
 */
import { once } from "node:events";
import { parseArgs } from "node:util";
import { buildWeb } from "../build/build-web.ts";
import { checkDeployable } from "../build/deployable.ts";
import { startTool } from "../local/tool.ts";

async function deploy(options: string[]): Promise<number> {
  const { env } = parseArgs({
    args: options,
    options: { env: { type: "string", short: "e" } },
    strict: false,
    allowPositionals: true,
  }).values;
  if (typeof env !== "string" || env === "")
    throw new Error("Say where to: npm run deploy -- --env staging, or --env production");
  checkDeployable(env);
  buildWeb();
  const child = startTool("wrangler", ["deploy", ...options], { stdio: "inherit", env: process.env });
  const [status] = (await once(child, "exit")) as [number | null];
  return status ?? 1;
}

try {
  process.exitCode = await deploy(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
