import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { D1Client } from "../../drizzle/client/d1-client.ts";

const MARK = "Load the data set, SHA-256 ";

/** Why a revision loads a data set, and which: the checksum of its files tells whether it has changed since. */
export function datasetReason(files: readonly string[]): string {
  const hash = createHash("sha256");
  for (const file of files)
    hash
      .update(`${basename(file)}\0`)
      .update(readFileSync(file))
      .update("\0");
  return MARK + hash.digest("hex");
}

/** Whether the data set that was loaded last is the one of these files. */
export async function isDatasetLoaded(d1: D1Client, files: readonly string[]): Promise<boolean> {
  const last = await d1
    .prepare("SELECT reason FROM revisions WHERE reason LIKE ?1 || '%' ORDER BY number DESC LIMIT 1")
    .bind(MARK)
    .first<string>("reason");
  return last === datasetReason(files);
}
