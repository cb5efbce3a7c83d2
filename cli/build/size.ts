import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

/** In kB (1,000 bytes) gzipped, for what /graphql loads: docs/decisions/0023-bounds-of-the-worker.md. Static pages are not counted. */
export const MOST_KILOBYTES = 300;

export function gzippedKilobytes(file: string): number {
  return gzipSync(readFileSync(file)).length / 1000;
}
