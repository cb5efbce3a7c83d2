/**
 * `npm run reindex [-- --all] [--persist-to DIR]`: folds texts that were written by SQL, or folded by another version, into the
 * full-text indexes of the local database; with --all every text. Run it again where it was killed: it goes on.
 */
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { withMigratedDatabase } from "../local/migrate.ts";
import { reindexNoted } from "../local/reindex.ts";
import { root } from "../local/tool.ts";
import { isHelped } from "./usage.ts";

if (isHelped(import.meta.filename)) process.exit();

const TOLD = 100_000;

try {
  const { values } = parseArgs({
    options: { "persist-to": { type: "string" }, all: { type: "boolean", default: false } },
  });
  const start = performance.now();
  let told = 0;
  const done = await withMigratedDatabase(resolve(values["persist-to"] ?? join(root, ".wrangler/state")), (d1) =>
    reindexNoted(d1, {
      all: values.all,
      progress: (folded) => {
        if (folded - told < TOLD) return;
        told = folded;
        console.log(`${folded.toLocaleString("en")} folded`);
      },
    }),
  );
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(done === 0 ? "Nothing is stale" : `${done.toLocaleString("en")} folded in ${seconds} s`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
