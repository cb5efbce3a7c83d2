/** `node cli/build/build-web.ts`: builds the pages in web/dist if they are missing or older than what they are made of. */
import { existsSync, globSync, statSync } from "node:fs";
import { join } from "node:path";
import { root, runTool } from "../local/tool.ts";

const sources = [
  "web/*.*",
  "web/public/*",
  "test/queries/*",
  "documents/**",
  "schema/schema.graphql",
  "package-lock.json",
];

export function buildWeb(): void {
  if (isBuilt()) return;
  const { ok, output } = runTool("vite", "build", "--config", "web/vite.config.ts", "--logLevel", "warn");
  if (!ok) throw new Error(`The pages could not be built:\n${output}`);
}

function isBuilt(): boolean {
  const built = join(root, "web/dist/graphiql.html");
  if (!existsSync(built)) return false;
  const files = sources.flatMap((pattern) => globSync(join(root, pattern)));
  return files.every((file) => statSync(file).mtimeMs < statSync(built).mtimeMs);
}

if (import.meta.main) buildWeb();
