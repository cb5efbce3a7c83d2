/**
 * `npm run dataset-sql -- FILE [--dataset FOLDER]`: writes a data set, by default the one that ships, as SQL for a migrated, empty database, such
 * as one in the cloud: `wrangler d1 execute DB --remote --file FILE`. The rows stand between the
 * opening and the closing of their revision, so that the triggers there make their history.
 */
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { liveTables } from "../../drizzle/history/live-table.ts";
import { mergingTextIndexes } from "../../drizzle/search/merge-text-indexes.ts";
import { loadDataset } from "./load.ts";
import { datasetFolder } from "../local/dataset-folder.ts";
import { indexSql } from "../local/index-sql.ts";
import { withLocalDatabase } from "../local/local-database.ts";
import { root, runTool } from "../local/tool.ts";
import { isHelped } from "./usage.ts";

if (isHelped(import.meta.filename)) process.exit();

const { values, positionals } = parseArgs({ allowPositionals: true, options: { dataset: { type: "string" } } });
const [file] = positionals;
if (file === undefined) {
  console.error("npm run dataset-sql -- FILE [--dataset FOLDER]");
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), "entente-dataset-"));
try {
  // `d1 export` knows no --persist-to: it reads the state beside the configuration that it is given.
  const config = join(folder, "wrangler.toml");
  copyFileSync(join(root, "wrangler.toml"), config);
  const persistTo = join(folder, ".wrangler/state");
  const loaded = await loadDataset({ dataset: datasetFolder(values.dataset), persistTo, quiet: true });
  if (loaded?.outcome === "refused") process.exit(1);
  const only = liveTables.flatMap(({ name }) => ["--table", name]);
  const options = ["--local", "--no-schema", "--config", config, "--output", resolve(file)];
  const { ok, output } = runTool("wrangler", "d1", "export", "DB", ...options, ...only);
  if (ok)
    writeFileSync(
      resolve(file),
      `${await openRevision(persistTo)}${readFileSync(resolve(file), "utf8")}${await closeRevision(persistTo)}`,
    );
  console.log(ok ? `The data set is in ${file}` : output);
  process.exitCode = ok ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}

/** SQL that folds the texts into the indexes there, which SQL alone cannot, and closes the revision. */
async function closeRevision(persistTo: string): Promise<string> {
  const indexing = await withLocalDatabase(persistTo, indexSql);
  return [...indexing, "UPDATE revisions SET open = 0 WHERE open = 1", ...mergingTextIndexes, ""].join(";\n");
}

/** SQL that opens the one revision that the data set was loaded as. */
async function openRevision(persistTo: string): Promise<string> {
  const sql = await withLocalDatabase(persistTo, (d1) =>
    d1
      .prepare(
        "SELECT format('INSERT INTO revisions (number, at, author, reason, open) VALUES (%d, %Q, %Q, %Q, 1);', number, at, author, reason) AS sql FROM revisions",
      )
      .first<string>("sql"),
  );
  if (sql === null) throw new Error("The data set was loaded as no revision");
  return `${sql}\n`;
}
