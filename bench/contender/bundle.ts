import { join } from "node:path";
import { build } from "esbuild";
import { askBaseline } from "../../cli/measure/baseline.ts";
import { bundleWorker } from "../../cli/build/bundled-worker.ts";
import { root } from "../../cli/local/tool.ts";
import { temporaryFolder } from "../data/temporary-folder.ts";

const folder = temporaryFolder("bundle");
const bundled = new Map<string, Promise<string>>();

/** The file of a Worker of the bench, of which there is one graphql, and it is Entente's. */
export function benchWorker(name: string): Promise<string> {
  return once(name, async () => {
    const outfile = join(folder, `${name}.mjs`);
    await build({
      entryPoints: [join(import.meta.dirname, `../worker/${name}.ts`)],
      outfile,
      bundle: true,
      minify: true,
      format: "esm",
      target: "es2024",
      platform: "browser",
      conditions: ["workerd", "worker", "browser"],
      external: ["node:*", "cloudflare:*"],
      alias: { graphql: join(root, "node_modules/graphql") },
      define: { "process.env.NODE_ENV": '"production"' },
      loader: { ".graphql": "text" },
      logLevel: "error",
    });
    return outfile;
  });
}

/** The file of Entente's Worker as it is deployed. */
export function ententeWorker(): Promise<string> {
  return once("entente", () => Promise.resolve(bundleWorker(join(folder, "entente"))));
}

/** The file of the Worker as it was at the baseline, bundled there. */
export function baselineWorker(): Promise<string> {
  return once("baseline", async () =>
    String(askBaseline("cli/bundled-worker.ts", "bundleWorker", join(folder, "baseline"))),
  );
}

function once(name: string, make: () => Promise<string>): Promise<string> {
  const file = bundled.get(name) ?? make();
  bundled.set(name, file);
  return file;
}
