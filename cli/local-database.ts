import { join, resolve } from "node:path";
import { getPlatformProxy } from "wrangler";
import { root } from "./tool.ts";

/** Lends the local D1 that `wrangler dev --persist-to` would have; wrangler's own place when left out. */
export async function withLocalDatabase<T>(
  persistTo: string | undefined,
  use: (d1: D1Database) => Promise<T>,
): Promise<T> {
  const platform = await getPlatformProxy<{ DB: D1Database }>({
    configPath: join(root, "wrangler.toml"),
    persist: { path: join(resolve(persistTo ?? join(root, ".wrangler/state")), "v3") },
    remoteBindings: false,
  });
  try {
    return await use(platform.env.DB);
  } finally {
    await platform.dispose();
  }
}
