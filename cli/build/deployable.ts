/**
 * `node cli/build/deployable.ts ENVIRONMENT`: fails where wrangler.toml is not ready to deploy an environment. wrangler runs it
 * before each build of one, `[env.….build]`, so that no way of deploying goes around it.
 */
import { join } from "node:path";
import { unstable_readConfig as readConfig } from "wrangler";
import { root } from "../local/tool.ts";
import { hindrances } from "./hindrance.ts";

/**
 * Reads an environment of wrangler.toml and looks whether it can be deployed.
 * @throws an error with a line for each hindrance, or that there is no such environment
 */
export function checkDeployable(name: string): void {
  const environment = readConfig({ config: join(root, "wrangler.toml"), env: name }, { hideWarnings: true });
  const found = hindrances(name, environment);
  if (found.length > 0)
    throw new Error(["wrangler.toml is not ready to be deployed:", ...found.map((line) => `- ${line}`)].join("\n"));
}

if (import.meta.main && process.env["ENTENTE_BUNDLED_ONLY"] === undefined) {
  try {
    checkDeployable(process.argv[2] ?? "");
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
