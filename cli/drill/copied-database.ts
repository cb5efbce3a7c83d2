import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { withMigratedDatabase } from "../local/migrate.ts";

/** Lends a migrated copy of a local database that is gone afterwards: for a look at what something would do to it. */
export async function withCopiedDatabase<T>(persistTo: string, use: (d1: D1Database) => Promise<T>): Promise<T> {
  const copy = mkdtempSync(join(tmpdir(), "entente-copy-"));
  try {
    if (existsSync(persistTo)) cpSync(persistTo, copy, { recursive: true });
    return await withMigratedDatabase(copy, use);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
