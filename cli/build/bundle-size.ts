/** `npm run bundle-size`: how large the Worker is as it is deployed, and whether it stays within its bound. */
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundleWorker } from "./bundled-worker.ts";
import { gzippedKilobytes, MOST_KILOBYTES } from "./size.ts";

const folder = mkdtempSync(join(tmpdir(), "entente-bundle-"));
try {
  report(bundleWorker(folder));
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
} finally {
  rmSync(folder, { recursive: true });
}

function report(file: string): void {
  const kilobytes = gzippedKilobytes(file);
  console.log(`${kilobytes.toFixed(1)} kB gzipped, ${(statSync(file).size / 1000).toFixed(1)} kB plain`);
  if (kilobytes > MOST_KILOBYTES) fail(`The Worker is to stay under ${MOST_KILOBYTES} kB gzipped`);
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}
