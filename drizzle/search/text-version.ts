import { TEXT_VERSION } from "../../src/domain/text/search/index-text.ts";
import type { D1Client } from "../client/d1-client.ts";
import { entryKinds } from "./indexed.ts";
import { markingAll } from "./trigger.ts";

/** SQL that marks all entries, which this code folds in another way than the one before: a migration runs it. */
export const markingAllEntries = [
  ...entryKinds.map(markingAll),
  `INSERT INTO text_versions (id, version) VALUES (1, ${TEXT_VERSION}) ON CONFLICT (id) DO UPDATE SET version = excluded.version`,
];

/** Whether texts are folded in another way than this code does: then all of them are stale. */
export async function isOtherVersion(d1: D1Client): Promise<boolean> {
  const version = await d1.prepare("SELECT version FROM text_versions WHERE id = 1").first<number>("version");
  return version !== TEXT_VERSION;
}
