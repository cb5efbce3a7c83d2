import { chmodSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { Miniflare } from "miniflare";
import { databaseFault } from "./database-fault.ts";
import { root } from "./tool.ts";
import { wranglerSetting } from "./wrangler-setting.ts";

// The young generation otherwise grows with the machine: a hundred megabytes more for nothing.
process.env["MINIFLARE_WORKERD_V8_FLAGS"] ??= "--max-semi-space-size=2";

/**
 * Lends the local D1 that `wrangler dev --persist-to` would have; wrangler's own place when left out.
 * Miniflare alone has it in a third of the memory that wrangler takes around it.
 */
export async function withLocalDatabase<T>(
  persistTo: string | undefined,
  use: (d1: D1Database) => Promise<T>,
): Promise<T> {
  const folder = resolve(persistTo ?? join(root, ".wrangler/state"));
  // It holds receipts and who wrote what: for its owner's eyes only.
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o700);
  const miniflare = new Miniflare({
    resourcePersistencePath: join(folder, "v3"),
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
  }
}

/** Of two processes that use one local database, SQLite refuses one; D1 says so in words of its own. */
function isBusy(error: unknown): boolean {
  return error instanceof Error && /SQLITE_BUSY|database is locked|session commit token/.test(error.message);
}
