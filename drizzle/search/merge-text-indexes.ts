import type { D1Client } from "../client/d1-client.ts";
import { textIndexes } from "./index-name.ts";

/**
 * SQL: makes one piece of each full-text index, of the many that writing leaves behind. After many rows were written, a
 * search takes half the time then: https://www.sqlite.org/fts5.html, "The 'optimize' Command".
 */
export const mergingTextIndexes = textIndexes.map((index) => `INSERT INTO ${index} (${index}) VALUES ('optimize')`);

export async function mergeTextIndexes(d1: D1Client): Promise<void> {
  await d1.batch(mergingTextIndexes.map((text) => d1.prepare(text)));
}
