import { globSync, statfsSync } from "node:fs";
import { join, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Miniflare } from "miniflare";
import { holdDatabase, privateFolder, type Use } from "./database-hold.ts";
import { InputError } from "./input-error.ts";
import { root } from "./tool.ts";
import { wranglerSetting } from "./wrangler-setting.ts";

// The young generation otherwise grows with the machine: a hundred megabytes more for nothing.
process.env["MINIFLARE_WORKERD_V8_FLAGS"] ??= "--max-semi-space-size=2";

/**
 * Lends the local D1 that `wrangler dev --persist-to` would have; wrangler's own place when left out.
 * Nobody else uses it meanwhile, or others only read it and the service runs, as it is held. Miniflare alone has it in a third of the memory that wrangler takes around it.
 */
export async function withLocalDatabase<T>(
  persistTo: string | undefined,
  use: (d1: D1Database) => Promise<T>,
  hold: Use = "alone",
): Promise<T> {
  const folder = resolve(persistTo ?? join(root, ".wrangler/state"));
  const files = privateFolder(join(folder, "v3"));
  const release = holdDatabase(folder, hold);
  const miniflare = new Miniflare({
    resourcePersistencePath: files,
    workers: [
      {
        config: {
          name: "database",
          compatibilityDate: wranglerSetting("compatibility_date"),
          manifest: {
            mainModule: "nothing.mjs",
            modulesRoot: root,
            modules: { "nothing.mjs": { type: "esm", contents: "export default {}" } },
          },
          env: { DB: { type: "d1", id: wranglerSetting("database_id") } },
        },
      },
    ],
  });
  try {
    return await use(await miniflare.getD1Database("DB"));
  } catch (error) {
    const fault = databaseFault(folder, error);
    if (fault !== null) throw new Error(fault, { cause: error });
    if (!isBusy(error)) throw error;
    throw new Error("the local database is in use: stop npm start, or whatever else uses it, first", { cause: error });
  } finally {
    await miniflare.dispose();
    release();
  }
}

/** Whether another writer holds the database: of two that write at once, such as a `wrangler dev` that was not started by us, SQLite refuses one; D1 says so in words of its own. */
function isBusy(error: unknown): boolean {
  return error instanceof Error && /SQLITE_BUSY|database is locked|session commit token/.test(error.message);
}

/** The free space that a migration and a start need at least, on the quiet side. */
const ROOM_BYTES = 32 * 2 ** 20;

/** The words of the runtime for a file that it cannot read or write: often no more than that something went wrong, or nothing, as it is killed. */
const OF_THE_FILE =
  /internal error|fetch failed|SQLITE_(?:CORRUPT|NOTADB|FULL|IOERR|CANTOPEN|READONLY)|disk image is malformed|file is not a database|disk I\/O error|database or disk is full/;

/**
 * What is wrong with a local database, in one line: which file, and what to do. Null where an error has another cause. Looks for
 * itself, since the runtime names neither.
 */
function databaseFault(folder: string, error: unknown): string | null {
  if (!(error instanceof Error) || error instanceof InputError || "syscall" in error) return null;
  if (!OF_THE_FILE.test(error.message)) return null;
  const files = globSync("v3/d1/*/*.sqlite", { cwd: folder }).map((file) => join(folder, file));
  for (const file of files) {
    const damage = damageOf(file);
    if (damage !== null) {
      return `${file} is damaged (${damage}): move ${folder} away, and bring a backup back with npm run restore, or start anew with npm start`;
    }
  }
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < ROOM_BYTES) {
    return `there is no room left on the disk of ${folder}: make some, and start again`;
  }
  return `${files.find((file) => !file.endsWith("metadata.sqlite")) ?? folder} cannot be read or written: look at its rights, at quotas and at the largest size of a file (ulimit -f), and start again`;
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
