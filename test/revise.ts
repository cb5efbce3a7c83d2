import { env } from "cloudflare:workers";
import { mend } from "./mend.ts";
import { revise } from "../src/changes/write/revision.ts";

/** Changes data by SQL as one revision, and folds its texts. */
export async function run(...statements: readonly string[]): Promise<void> {
  await revise(env.DB, { at: "2026-11-24T00:00:00.000Z", author: "test", reason: "to see" }, statements);
  await mend();
}
