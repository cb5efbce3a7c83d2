import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inject } from "vitest";

declare module "vitest" {
  interface ProvidedContext {
    /** A folder for what several files of tests begin with, which test/prepared/setup.ts makes for each run. */
    prepared: string;
  }
}

/** A folder that is made by the first who wants it in a run, for all: whoever writes into it copies it first. */
export async function once(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(inject("prepared"), name);
  const outcome = `${folder}.outcome`;
  if (isFirst(`${folder}.begun`)) {
    const fault = await make(folder).then(
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
