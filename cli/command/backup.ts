/** `npm run backup -- FILE [--persist-to DIR]`: writes all rows of the local database into one file; see docs/backup.md. */
import { statSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { checkBackup, writeBackup } from "../backup/backup-file.ts";
import { backupLines } from "../backup/read-database.ts";
import { withMigratedDatabase } from "../local/migrate.ts";
import { root } from "../local/tool.ts";
import { isHelped } from "./usage.ts";

if (import.meta.main && !isHelped(import.meta.filename)) {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { "persist-to": { type: "string" } },
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new Error("give one file: npm run backup -- FILE");
    const persistTo = resolve(values["persist-to"] ?? join(root, ".wrangler/state"));
    await withMigratedDatabase(persistTo, (d1) => writeBackup(file, backupLines(d1)), "shared");
    const { header, end } = await checkBackup(file);
    const bytes = statSync(file).size.toLocaleString("en");
    console.log(`${file}: ${end.rows.toLocaleString("en")} rows as of revision ${header.revision}, ${bytes} bytes`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
