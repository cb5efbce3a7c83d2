import { env } from "cloudflare:workers";
import { applyChangeset } from "../src/changes/apply.ts";

/** Applies a change set to this test file's own database. */
export async function say(json: object): Promise<void> {
  const options = { author: "test", reason: "test", now: "2026-11-24T00:00:00.000Z" };
  const result = await applyChangeset(env.DB, [{ file: "", json }], options);
  if (result.outcome === "refused") throw new Error(JSON.stringify(result.faults));
}
