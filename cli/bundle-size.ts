/** `npm run bundle-size`: how large the Worker is as it is deployed, and whether it stays within its bound. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { bundleWorker } from "./bundled-worker.ts";

/** In kB (1,000 bytes) gzipped, GraphiQL's static assets not counted. */
const MOST = 200;

const folder = mkdtempSync(join(tmpdir(), "entente-bundle-"));
try {
  report(readFileSync(bundleWorker(folder)));
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
} finally {
  rmSync(folder, { recursive: true });
}

function report(worker: Buffer): void {
  const kilobytes = gzipSync(worker).length / 1000;
  console.log(`${kilobytes.toFixed(1)} kB gzipped, ${(worker.length / 1000).toFixed(1)} kB plain`);
  if (kilobytes > MOST) fail(`The Worker is to stay under ${MOST} kB gzipped`);
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}
