import { runTool } from "./tool.ts";

/** Brings the local database, as of `wrangler dev --persist-to`, to the last migration. */
export function migrate(persistTo: string): void {
  const { ok, output } = runTool("wrangler", "d1", "migrations", "apply", "DB", "--local", "--persist-to", persistTo);
  if (ok) return;
  console.error(output);
  throw new Error("the migrations could not be applied");
}
