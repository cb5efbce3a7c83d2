/**
 * `npm run dataset-sql -- FILE`: writes the data set as SQL for a migrated, empty database, such
 * as one in the cloud: `wrangler d1 execute DB --remote --file FILE`.
 */
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { getTableName } from "drizzle-orm";
import * as tables from "../drizzle/tables/index.ts";
import { loadDataset } from "./load.ts";
import { root, runTool } from "./tool.ts";

const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error("npm run dataset-sql -- FILE");
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), "entente-dataset-"));
try {
  // `d1 export` knows no --persist-to: it reads the state beside the configuration that it is given.
  const config = join(folder, "wrangler.toml");
  copyFileSync(join(root, "wrangler.toml"), config);
  const loaded = await loadDataset({ persistTo: join(folder, ".wrangler/state"), quiet: true });
  if (loaded?.outcome === "refused") process.exit(1);
  const only = Object.values(tables).flatMap((table) => ["--table", getTableName(table)]);
  const options = ["--local", "--no-schema", "--config", config, "--output", resolve(file)];
  const { ok, output } = runTool("wrangler", "d1", "export", "DB", ...options, ...only);
  console.log(ok ? `The data set is in ${file}` : output);
  process.exitCode = ok ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}
