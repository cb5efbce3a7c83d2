import { basename, join } from "node:path";
import { buildWeb } from "./build-web.ts";
import { runTool } from "../local/tool.ts";

/** Writes the Worker, or another one, as it would be deployed to production, into a folder, and gives the file. */
export function bundleWorker(folder: string, entry = "src/worker.ts"): string {
  buildWeb();
  const { ok, output } = runTool("wrangler", "deploy", entry, "--dry-run", "--env", "production", "--outdir", folder);
  if (!ok) throw new Error(output);
  return join(folder, `${basename(entry, ".ts")}.js`);
}
