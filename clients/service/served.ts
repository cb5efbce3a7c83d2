import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { bundleWorker } from "../../cli/build/bundled-worker.ts";
import { loadDataset } from "../../cli/command/load.ts";
import { KillableServer } from "../../cli/drill/killed-server.ts";
import { localSettings } from "../../cli/local/local-identity.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the service answers. */
    address: string;
  }
}

/** Serves the Worker as it is deployed, over the data set, for as long as the tests run. */
export default async function serve(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "entente-clients-"));
  const server = new KillableServer();
  const stop = async (): Promise<void> => {
    await server.kill();
    rmSync(folder, { recursive: true });
  };
  try {
    const persistTo = join(folder, "state");
    const file = bundleWorker(join(folder, "bundle"));
    await loadDataset({ persistTo, quiet: true });
    const settings = await localSettings(join(folder, "identity-key.json"));
    // Each question is to be answered, whatever was asked before.
    const variables = { ...settings, LIMIT_BUDGET: "0", LOG_REQUESTS: "false" };
    project.provide("address", await server.serve({ file, persistTo, variables }));
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}
