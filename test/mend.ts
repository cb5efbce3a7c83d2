import { env } from "cloudflare:workers";
import { mendPage } from "../drizzle/search/mend.ts";

/** Folds what a test wrote by SQL into the full-text indexes. */
export async function mend(): Promise<void> {
  while ((await mendPage(env.DB)) > 0);
}
