import { join } from "node:path";
import { buildWeb } from "./build-web.ts";
import { runTool } from "./tool.ts";

/** Writes the Worker, as it would be deployed to production, into a folder, and gives the file. */
export function bundleWorker(folder: string): string {
  buildWeb();
  const { ok, output } = runTool("wrangler", "deploy", "--dry-run", "--env", "production", "--outdir", folder);
  if (!ok) throw new Error(output);
  return join(folder, "worker.js");
}
