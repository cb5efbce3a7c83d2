import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Bundle } from "../../cli/build/bundle-options.ts";
import { root } from "../../cli/local/tool.ts";
import { copyOf, type Data } from "../data/database.ts";
import { removeFolder, temporaryFolder } from "../data/temporary-folder.ts";
import type { Server } from "./contender.ts";
import { workOfWorker } from "./worker-work.ts";

/** Serves a bundled Worker by workerd over a copy of a database. */
export async function serveWorker(file: string, data: Data, variables: Bundle["variables"] = {}): Promise<Server> {
  const folder = temporaryFolder("worker");
  const { persistTo } = copyOf(data, folder);
  // It ends by itself where this process does.
  const child = fork(join(root, "cli/build/served-bundle.ts"), { stdio: ["ignore", "ignore", "inherit", "ipc"] });
  child.send({ file, persistTo, variables, isAlone: true } satisfies Bundle);
  const origin = await originOf(child, file);
  return {
    origin,
    pids: [child.pid!],
    work: (groups) => workOfWorker(file, data, variables, groups),
    stop: async () => {
      const ended = once(child, "exit");
      child.disconnect();
      await ended;
      removeFolder(folder);
    },
  };
}

async function originOf(child: ChildProcess, file: string): Promise<string> {
  const ready = once(child, "message").then(([origin]) => String(origin));
  const ended = once(child, "exit").then(() => {
    throw new Error(`what serves ${file} ended by itself`);
  });
  return Promise.race([ready, ended]);
}
