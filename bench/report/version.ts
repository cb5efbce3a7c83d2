import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../cli/local/tool.ts";

const PEERS = ["graphql-yoga", "mercurius", "@apollo/server", "postgraphile", "better-sqlite3", "dataloader"];
const OURS = ["miniflare", "workerd", "graphql"];

/** What was measured, in a line. */
export function versions(): string {
  const packages = [
    ...OURS.map((name) => [name, join(root, "node_modules", name)] as const),
    ...PEERS.map((name) => [name, join(root, "bench/node_modules", name)] as const),
  ];
  const named = packages.flatMap(([name, folder]) => {
    const file = join(folder, "package.json");
    return existsSync(file)
      ? [`${name} ${(JSON.parse(readFileSync(file, "utf8")) as { version: string }).version}`]
      : [];
  });
  return [`Node ${process.versions.node}`, ...named].join(", ");
}
