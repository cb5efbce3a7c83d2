/**
 * A process that is told of a bundled Worker, and serves it over a local database until the one that
 * forked it is gone: what `wrangler dev` does, without the seconds that it takes to start.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Miniflare } from "miniflare";
import { root } from "./tool.ts";
import { wranglerList, wranglerSetting } from "./wrangler-setting.ts";

export interface Bundle {
  /** The file of the Worker. */
  file: string;
  /** As of `wrangler dev --persist-to`. */
  persistTo: string;
  variables: Readonly<Record<string, string>>;
}

process.once("message", (bundle) => void serve(bundle as Bundle));
process.once("disconnect", () => process.exit());

async function serve({ file, persistTo, variables }: Bundle): Promise<void> {
  const miniflare = new Miniflare({
    host: "127.0.0.1",
    port: 0,
    resourcePersistencePath: join(persistTo, "v3"),
    workers: [
      {
        config: {
          name: wranglerSetting("name"),
          compatibilityDate: wranglerSetting("compatibility_date"),
          compatibilityFlags: wranglerList("compatibility_flags"),
          manifest: {
            mainModule: "worker.js",
            modulesRoot: root,
            modules: { "worker.js": { type: "esm", contents: readFileSync(file, "utf8") } },
          },
          assets: { directory: join(root, "web/dist"), hasUserWorker: true },
          env: {
            ASSETS: { type: "assets" },
            DB: { type: "d1", id: wranglerSetting("database_id") },
            ...Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, { type: "text", value }])),
          },
        },
      },
    ],
  });
  process.send!((await miniflare.ready).origin);
}
