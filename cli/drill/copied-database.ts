import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { holdDatabase, IN_USE } from "../local/database-hold.ts";
import { withMigratedDatabase } from "../local/migrate.ts";

/** Lends a migrated copy of a local database that is gone afterwards: for a look at what something would do to it. */
export async function withCopiedDatabase<T>(persistTo: string, use: (d1: D1Database) => Promise<T>): Promise<T> {
  const copy = mkdtempSync(join(tmpdir(), "entente-copy-"));
  try {
    if (existsSync(persistTo)) copyHeld(persistTo, copy);
    return await withMigratedDatabase(copy, use);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/**
 * Copies a local database that no other command writes meanwhile; the service may. Without the lock: a process that reads the file
 * of a lock of its own gives the lock up when it closes the file.
 */
export function copyHeld(from: string, to: string): void {
  const release = holdDatabase(from, "shared");
  try {
    cpSync(from, to, { recursive: true, filter: (path) => resolve(path) !== resolve(from, IN_USE) });
  } finally {
    release();
  }
}
