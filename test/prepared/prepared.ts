import { cpSync } from "node:fs";
import { join } from "node:path";
import { bundleWorker } from "../../cli/build/bundled-worker.ts";
import { migrate } from "../../cli/local/migrate.ts";
import { once } from "./once.ts";

/** Copies an empty database at the last migration. */
export async function copyMigrated(to: string): Promise<void> {
  cpSync(await once("migrated", migrate), to, { recursive: true });
}

/** The file of the Worker as it is deployed. */
export async function bundled(): Promise<string> {
  const folder = await once("bundle", async (made) => void bundleWorker(made));
  return join(folder, "worker.js");
}
