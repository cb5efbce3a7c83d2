import { execFileSync } from "node:child_process";
import { cpSync } from "node:fs";
import { quietly, root } from "../../cli/local/tool.ts";
import { once } from "./once.ts";

/** Copies a database with the data set. A command makes it, as the tests of pages know nothing of the types of D1. */
export async function copyLoaded(to: string): Promise<void> {
  cpSync(await once("loaded", load), to, { recursive: true });
}

async function load(folder: string): Promise<void> {
  const command = ["cli/command/load.ts", "--persist-to", folder];
  execFileSync(process.execPath, command, { cwd: root, env: quietly, stdio: ["ignore", "ignore", "inherit"] });
}
