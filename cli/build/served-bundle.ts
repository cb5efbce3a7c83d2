/**
 * A process that is told of a bundled Worker, and serves it over a local database until the one that
 * forked it is gone: what `wrangler dev` does, without the seconds that it takes to start.
 */
import { Miniflare } from "miniflare";
import { type Bundle, servingOptions } from "./bundle-options.ts";

process.once("message", (bundle) => void serve(bundle as Bundle));
process.once("disconnect", () => process.exit());

async function serve(bundle: Bundle): Promise<void> {
  const miniflare = new Miniflare(servingOptions(bundle));
  const whole = await miniflare.ready;
  process.send!((bundle.isAlone === true ? await miniflare.unsafeGetDirectURL() : whole).origin);
}
