/** `npm run bundle-size`: how large the Worker is as it is deployed. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runTool } from "./tool.ts";

const folder = mkdtempSync(join(tmpdir(), "entente-bundle-"));
const { ok, output } = runTool("wrangler", "deploy", "--dry-run", "--outdir", folder);
rmSync(folder, { recursive: true });
const size = /Total Upload: (.+?) \/ gzip: (.+)/.exec(output);
if (!ok || size === null) {
  console.error(output);
  process.exitCode = 1;
} else {
  console.log(`${size[2]} gzipped, ${size[1]} plain`);
}
