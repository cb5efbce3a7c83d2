/** `npm run restore -- FILE [--replace] [--persist-to DIR]`: puts a backup into the local database; see docs/backup.md. */
import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { restore } from "../backup/restore-database.ts";
import type { EndLine } from "../backup/backup-line.ts";
import { withLocalDatabase } from "../local/local-database.ts";
import { applyMigrations } from "../local/migrate.ts";
import { root } from "../local/tool.ts";
import { isHelped } from "./usage.ts";

/** Restores a backup into a local database that nobody else uses, and takes away what was kept of answers of before. */
export function restoreInto(persistTo: string, file: string, replace: boolean): Promise<EndLine> {
  return withLocalDatabase(persistTo, async (d1) => {
    await applyMigrations(d1);
    const restored = await restore(d1, file, { replace });
    rmSync(join(persistTo, "v3/cache"), { recursive: true, force: true });
    return restored;
  });
}

if (import.meta.main && !isHelped(import.meta.filename)) {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { "persist-to": { type: "string" }, replace: { type: "boolean", default: false } },
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new Error("give one file: npm run restore -- FILE");
    const persistTo = resolve(values["persist-to"] ?? join(root, ".wrangler/state"));
    const { rows } = await restoreInto(persistTo, file, values.replace);
    console.log(`Restored ${file}: ${rows.toLocaleString("en")} rows, read back and found the same`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
