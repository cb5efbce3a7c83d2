import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inject } from "vitest";
import { bundleWorker } from "../../cli/build/bundled-worker.ts";
import { loadDataset } from "../../cli/command/load.ts";
import { migrate } from "../../cli/local/migrate.ts";

/** What several files of tests begin with: each is made by the first that wants it, in some seconds, and copied in none. */
const making = {
  /** An empty database at the last migration. */
  migrated: (folder: string) => migrate(folder),
  /** A database with the data set. */
  loaded: async (folder: string) => {
    await copyPrepared("migrated", folder);
    await loadDataset({ persistTo: folder, quiet: true });
  },
  /** The Worker as it is deployed, in worker.js. */
  bundle: async (folder: string) => {
    bundleWorker(folder);
  },
};

export type Prepared = keyof typeof making;

export async function copyPrepared(what: Prepared, to: string): Promise<void> {
  cpSync(await prepared(what), to, { recursive: true });
}

/** The folder with it, which is for all, and is left as it is. */
export async function prepared(what: Prepared): Promise<string> {
  const folder = join(inject("prepared"), what);
  const outcome = `${folder}.outcome`;
  if (isFirst(`${folder}.begun`)) {
    const fault = await making[what](folder).then(
      () => "",
      (error: unknown) => String(error),
    );
    // In one piece: who waits is to see the whole of it, or nothing.
    writeFileSync(`${outcome}.partial`, fault);
    renameSync(`${outcome}.partial`, outcome);
  }
  while (!existsSync(outcome)) await new Promise((resolve) => setTimeout(resolve, 50));
  const fault = readFileSync(outcome, "utf8");
  if (fault !== "") throw new Error(fault);
  return folder;
}

function isFirst(mark: string): boolean {
  try {
    mkdirSync(mark);
    return true;
  } catch {
    return false;
  }
}
