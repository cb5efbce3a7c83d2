import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { MiniflareOptions } from "miniflare";
import { root } from "../local/tool.ts";
import { wranglerList, wranglerSetting } from "../local/wrangler-setting.ts";

export interface Bundle {
  /** The file of the Worker. */
  file: string;
  /** As of `wrangler dev --persist-to`. */
  persistTo: string;
  variables: Readonly<Record<string, string>>;
  /** Whether the Worker is asked on a socket of its own, without the pages and without what Miniflare puts before both. */
  isAlone?: boolean;
}

/** How Miniflare serves a bundled Worker on loopback, over a local database. */
export function servingOptions({ file, persistTo, variables, isAlone = false }: Bundle): MiniflareOptions {
  const assets = isAlone ? {} : { assets: { directory: join(root, "web/dist"), hasUserWorker: true } };
  const binding = isAlone ? {} : { ASSETS: { type: "assets" as const } };
  return {
    host: "127.0.0.1",
    port: 0,
    resourcePersistencePath: join(persistTo, "v3"),
    workers: [
      {
        ...(isAlone ? { dev: { unsafeDirectSockets: [{ host: "127.0.0.1", port: 0 }] } } : {}),
        config: {
          name: wranglerSetting("name"),
          compatibilityDate: wranglerSetting("compatibility_date"),
          compatibilityFlags: wranglerList("compatibility_flags"),
          manifest: {
            mainModule: "worker.js",
            modulesRoot: root,
            modules: { "worker.js": { type: "esm", contents: readFileSync(file, "utf8") } },
          },
          ...assets,
          env: {
            ...binding,
            DB: { type: "d1", id: wranglerSetting("database_id") },
            ...Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, { type: "text", value }])),
          },
        },
      },
    ],
  };
}
