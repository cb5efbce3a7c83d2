import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import pg from "pg";
import type { Data } from "../data/database.ts";
import type { Message } from "../node/process.ts";
import { startCluster } from "../postgres/cluster.ts";
import { loadPostgres } from "../postgres/load.ts";
import type { Server } from "./contender.ts";
import { workOfPostgres } from "./postgres-work.ts";

/** Serves by PostGraphile over a PostgreSQL of its own, which is given the rows of the database. */
export async function servePostgraphile({ file }: Data): Promise<Server> {
  const cluster = await startCluster();
  const client = new pg.Client({ connectionString: cluster.url });
  await client.connect();
  // Away from what PostGraphile makes its schema of.
  await client.query("create extension pg_stat_statements schema information_schema");
  await loadPostgres(client, file);
  const child = fork(join(import.meta.dirname, "../node/postgraphile.ts"), [cluster.url], {
    env: { ...process.env, NODE_ENV: "production", GRAPHILE_ENV: "production" },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const [{ origin }] = (await once(child, "message")) as [Message];
  return {
    origin: origin!,
    pids: [child.pid!, cluster.pid],
    work: (groups) => workOfPostgres(client, origin!, groups),
    stop: async () => {
      const ended = once(child, "exit");
      child.disconnect();
      await ended;
      await client.end();
      await cluster.stop();
    },
  };
}
