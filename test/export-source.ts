import { env } from "cloudflare:workers";
import { readRevisionRange } from "../drizzle/client/revision-range.ts";
import { ExportSource } from "../src/changes/export.ts";

/** What is exported of this test file's own database, as of now or a revision. */
export async function exportSource(revision?: number): Promise<ExportSource> {
  return new ExportSource(env.DB, await readRevisionRange(env.DB), revision);
}

/** The text of a file that comes in parts. */
export async function allOf(parts: AsyncIterable<string>): Promise<string> {
  let text = "";
  for await (const part of parts) text += part;
  return text;
}
