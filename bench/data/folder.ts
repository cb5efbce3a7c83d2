import { createHash } from "node:crypto";
import { globSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../cli/local/tool.ts";

/** All that the data are made of. */
const SOURCES = [
  "dataset/*.json",
  "drizzle/migrations/*/migration.sql",
  "src/changes/apply.ts",
  "drizzle/query/horizon.ts",
  "cli/local/generated/*.ts",
  "bench/data/fill.ts",
  "drizzle/search/merge-text-indexes.ts",
];

/** Where databases are kept from one run to the next, until what they are made of changes. */
export function dataFolder(): string {
  const all = join(root, ".wrangler/bench");
  const hash = createHash("sha256");
  for (const file of globSync(SOURCES, { cwd: root }).toSorted()) hash.update(readFileSync(join(root, file)));
  const name = hash.digest("hex").slice(0, 12);
  mkdirSync(all, { recursive: true });
  for (const old of readdirSync(all)) if (old !== name) rmSync(join(all, old), { recursive: true });
  return join(all, name);
}
