import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** A folder for what several files of tests begin with: test/prepared/prepared.ts. */
    prepared: string;
  }
}

export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "entente-prepared-"));
  project.provide("prepared", folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
