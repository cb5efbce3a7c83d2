import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { D1Client } from "../../drizzle/client/d1-client.ts";
import { root } from "../local/tool.ts";

const MARK = "Load the data set, SHA-256 ";

/** The change sets that ship. */
export function datasetFiles(): string[] {
  const folder = join(root, "dataset");
  const names = readdirSync(folder).filter((name) => name.endsWith(".json") && name !== "changeset.schema.json");
  return names.toSorted().map((name) => join(folder, name));
}

/** Why a revision loads the data set, and which: its checksum tells whether it has changed since. */
export function datasetReason(): string {
  const hash = createHash("sha256");
  for (const file of datasetFiles())
    hash
      .update(`${basename(file)}\0`)
      .update(readFileSync(file))
      .update("\0");
  return MARK + hash.digest("hex");
}

/** Whether the data set that was loaded last is the one that ships. */
export async function isDatasetLoaded(d1: D1Client): Promise<boolean> {
  const last = await d1
    .prepare("SELECT reason FROM revisions WHERE reason LIKE ?1 || '%' ORDER BY number DESC LIMIT 1")
    .bind(MARK)
    .first<string>("reason");
  return last === datasetReason();
}
