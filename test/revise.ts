import { env } from "cloudflare:workers";
import { revise } from "../src/changes/write/revision.ts";

/** Changes data by SQL as one revision. */
export async function run(...statements: readonly string[]): Promise<void> {
  await revise(env.DB, { at: "2026-11-24T00:00:00.000Z", author: "test", reason: "to see" }, statements);
}
