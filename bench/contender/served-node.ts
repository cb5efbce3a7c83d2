import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { withLocalDatabase } from "../../cli/local/local-database.ts";
import type { Data } from "../data/database.ts";
import { HttpClient, type HttpRequest } from "../measure/http-client.ts";
import type { Recorded } from "../node/database.ts";
import type { Message } from "../node/process.ts";
import type { Server, Work } from "./contender.ts";
import { meanOf } from "./work.ts";

/** Serves by a file of bench/node, in a process of its own, over the database itself. */
export async function serveNode(file: string, data: Data): Promise<Server> {
  const child = fork(join(import.meta.dirname, "../node", file), [data.file], {
    env: { ...process.env, NODE_ENV: "production" },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const { origin } = await messageOf(child);
  return {
    origin: origin!,
    pids: [child.pid!],
    work: (groups) => workOf(child, origin!, data, groups),
    stop: async () => {
      const ended = once(child, "exit");
      child.disconnect();
      await ended;
    },
  };
}

/** What it says next. */
async function messageOf(child: ChildProcess): Promise<Message> {
  const done = new AbortController();
  const { signal } = done;
  const message = once(child, "message", { signal }).then(([told]) => told as Message);
  const ended = once(child, "exit", { signal }).then(() => {
    throw new Error(`${child.spawnargs.join(" ")} ended by itself`);
  });
  try {
    return await Promise.race([message, ended]);
  } finally {
    done.abort();
    await Promise.allSettled([message, ended]);
  }
}

/** The statements are asked of D1 once more, which tells how many rows it reads. */
async function workOf(
  child: ChildProcess,
  origin: string,
  { persistTo }: Data,
  groups: readonly (readonly HttpRequest[])[],
): Promise<Work[]> {
  const client = new HttpClient(origin, 1);
  const recorded = async () => {
    child.send("recorded");
    return (await messageOf(child)).recorded!;
  };
  await recorded();
  const all: Recorded[][][] = [];
  for (const requests of groups) {
    const group: Recorded[][] = [];
    for (const request of requests) {
      await client.ask(request);
      group.push(await recorded());
    }
    all.push(group);
  }
  client.close();
  return withLocalDatabase(persistTo, (d1) =>
    Promise.all(
      all.map(async (group) =>
        meanOf(
          await Promise.all(
            group.map(async (asked) => ({ statements: asked.length, rows: await rowsRead(d1, asked) })),
          ),
        ),
      ),
    ),
  );
}

async function rowsRead(d1: D1Database, asked: readonly Recorded[]): Promise<number> {
  const results = await Promise.all(
    asked.map(({ sql, values }) =>
      d1
        .prepare(sql)
        .bind(...values)
        .all(),
    ),
  );
  return results.reduce((sum, { meta }) => sum + meta.rows_read, 0);
}
