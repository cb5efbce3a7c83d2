import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

/** In kB (1,000 bytes) gzipped, GraphiQL's static assets not counted. */
export const MOST_KILOBYTES = 200;

export function gzippedKilobytes(file: string): number {
  return gzipSync(readFileSync(file)).length / 1000;
}
