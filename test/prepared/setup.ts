import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

/** The folder that test/prepared/once.ts makes things in, for one run. */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "entente-prepared-"));
  project.provide("prepared", folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
