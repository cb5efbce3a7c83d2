/** `npm run restore -- FILE [--replace] [--persist-to DIR]`: puts a backup into the local database; see docs/backup.md. */
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { restore } from "../backup/restore-database.ts";
import { withMigratedDatabase } from "../local/migrate.ts";
import { root } from "../local/tool.ts";

if (import.meta.main) {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { "persist-to": { type: "string" }, replace: { type: "boolean", default: false } },
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new Error("give one file: npm run restore -- FILE");
    const persistTo = resolve(values["persist-to"] ?? join(root, ".wrangler/state"));
    const { rows } = await withMigratedDatabase(persistTo, (d1) => restore(d1, file, { replace: values.replace }));
    console.log(`Restored ${file}: ${rows.toLocaleString("en")} rows, read back and found the same`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
