/**
 * `npm run deploy -- --env staging|production [--dataset FOLDER] [OPTION…]`: looks whether wrangler.toml is ready, builds the pages and
 * deploys, with the name, licence and questions of the data set. Other options are those of `wrangler deploy`, such as `--dry-run`.
 */
import { once } from "node:events";
import { parseArgs } from "node:util";
import { buildWeb } from "../build/build-web.ts";
import { checkDeployable } from "../build/deployable.ts";
import { datasetFolder, settingsOf } from "../local/dataset-folder.ts";
import { takeOption } from "../local/own-option.ts";
import { startTool } from "../local/tool.ts";
import { isHelped } from "./usage.ts";

if (isHelped(import.meta.filename)) process.exit();

async function deploy(args: string[]): Promise<number> {
  const { value: folder, rest } = takeOption(args, "dataset", "a folder");
  const { env } = parseArgs({
    args: rest,
    options: { env: { type: "string", short: "e" } },
    strict: false,
    allowPositionals: true,
  }).values;
  if (typeof env !== "string" || env === "")
    throw new Error("Say where to: npm run deploy -- --env staging, or --env production");
  const dataset = datasetFolder(folder);
  checkDeployable(env);
  buildWeb(dataset);
  const settings = Object.entries(settingsOf(dataset)).flatMap(([name, value]) => ["--var", `${name}:${value}`]);
  const options = ["deploy", ...rest, ...settings, "--assets", dataset.pages];
  const child = startTool("wrangler", options, { stdio: "inherit", env: process.env });
  const [status] = (await once(child, "exit")) as [number | null];
  return status ?? 1;
}

try {
  process.exitCode = await deploy(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
