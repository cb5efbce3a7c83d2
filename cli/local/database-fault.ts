import { globSync, statfsSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** What a migration and a start need at least, on the quiet side. */
const ROOM_BYTES = 32 * 2 ** 20;

/** What the runtime says of a file that it cannot read or write: often no more than that something went wrong. */
const OF_THE_FILE =
  /internal error|SQLITE_(?:CORRUPT|NOTADB|FULL|IOERR|CANTOPEN|READONLY)|malformed|not a database|disk/i;

/**
 * What is wrong with a local database, in one line: which file, and what to do. Null where an error has another cause. Looks for
 * itself, since the runtime names neither.
 */
export function databaseFault(folder: string, error: unknown): string | null {
  if (!(error instanceof Error) || !OF_THE_FILE.test(error.message)) return null;
  const files = globSync("v3/d1/*/*.sqlite", { cwd: folder }).map((file) => join(folder, file));
  for (const file of files) {
    const damage = damageOf(file);
    if (damage !== null) {
      return `${file} is damaged (${damage}): move ${folder} away, and bring a backup back with npm run restore, or start anew with npm start`;
    }
  }
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < ROOM_BYTES) {
    return `there is no room left on the disk of ${folder}: make some, and start again; nothing was written by halves`;
  }
  return `${files.at(-1) ?? folder} cannot be read or written: look at its rights, at quotas and at the largest size of a file (ulimit -f), and start again; nothing was written by halves`;
}

function damageOf(file: string): string | null {
  try {
    const database = new DatabaseSync(file, { readOnly: true });
    try {
      const [check] = database.prepare("PRAGMA quick_check(1)").all() as { quick_check: string }[];
      return check?.quick_check === "ok" ? null : (check?.quick_check ?? "it cannot be read").split("\n").join("; ");
    } finally {
      database.close();
    }
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
