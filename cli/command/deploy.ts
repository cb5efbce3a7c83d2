/**
 * `npm run deploy -- --env staging|production [--dataset FOLDER] [OPTION…]`: looks whether wrangler.toml is ready, builds the pages and
 * deploys, with the name, licence and questions of the data set. Other options are those of `wrangler deploy`, such as `--dry-run`.
 */
import { once } from "node:events";
import { parseArgs } from "node:util";
import { buildWeb } from "../build/build-web.ts";
import { checkDeployable } from "../build/deployable.ts";
import { datasetFolder, settingsOf } from "../local/dataset-folder.ts";
import { startTool } from "../local/tool.ts";
import { isHelped } from "./usage.ts";

if (isHelped(import.meta.filename)) process.exit();

async function deploy(args: string[]): Promise<number> {
  const { values, tokens } = parseArgs({
    args,
    options: { env: { type: "string", short: "e" }, dataset: { type: "string" } },
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const { env } = values;
  if (typeof env !== "string" || env === "")
    throw new Error("Say where to: npm run deploy -- --env staging, or --env production");
  const dataset = datasetFolder(typeof values.dataset === "string" ? values.dataset : undefined);
  checkDeployable(env);
  buildWeb(dataset);
  const ours = tokens.flatMap((token) =>
    token.kind === "option" && token.name === "dataset"
      ? [token.index, ...(token.inlineValue ? [] : [token.index + 1])]
      : [],
  );
  const theirs = args.filter((_, index) => !ours.includes(index));
  const settings = Object.entries(settingsOf(dataset)).flatMap(([name, value]) => ["--var", `${name}:${value}`]);
  const options = ["deploy", ...theirs, ...settings, "--assets", dataset.pages];
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
