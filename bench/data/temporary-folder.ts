import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folders = new Set<string>();

process.once("exit", () => {
  for (const folder of folders) removeFolder(folder);
});

/** A new folder, which goes when this process ends, if not before. */
export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `entente-bench-${name}-`));
  folders.add(folder);
  return folder;
}

export function removeFolder(folder: string): void {
  folders.delete(folder);
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
