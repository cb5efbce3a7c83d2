import { type ChildProcess, spawn, spawnSync, type SpawnSyncOptions } from "node:child_process";
import { once } from "node:events";
import { chownSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import pg from "pg";
import { removeFolder, temporaryFolder } from "../data/temporary-folder.ts";
import { PROGRAMS } from "./program.ts";

const USER = "bench";
/** PostgreSQL refuses to run as root; to the user and group nobody it does not matter. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

export interface Cluster {
  url: string;
  pid: number;
  stop: () => Promise<void>;
}

/** A cluster of its own in a temporary folder, which listens on loopback only. */
export async function startCluster(): Promise<Cluster> {
  const folder = temporaryFolder("postgres");
  if (NOBODY.uid !== undefined) chownSync(folder, NOBODY.uid, NOBODY.gid);
  const data = join(folder, "data");
  run("initdb", ["-D", data, "-U", USER, "--auth=trust", "--no-sync", "-E", "UTF8", "--locale=C"], { cwd: folder });
  const port = await freePort();
  const settings = {
    listen_addresses: "127.0.0.1",
    port: String(port),
    unix_socket_directories: "",
    shared_buffers: "512MB",
    fsync: "off",
    // All is analyzed when it has been loaded, and nothing is written afterwards.
    autovacuum: "off",
    // As is usual where nothing is far away on a disk.
    random_page_cost: "1.1",
    shared_preload_libraries: "pg_stat_statements",
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const child = spawn(join(PROGRAMS, "postgres"), ["-D", data, ...options], {
    cwd: folder,
    ...NOBODY,
    stdio: "ignore",
  });
  const end = () => child.kill("SIGINT");
  process.once("exit", end);
  const url = `postgres://${USER}@127.0.0.1:${port}/postgres`;
  await untilItAnswers(url, child);
  return {
    url,
    pid: child.pid!,
    stop: async () => {
      process.removeListener("exit", end);
      const ended = once(child, "exit");
      end();
      await ended;
      removeFolder(folder);
    },
  };
}

async function untilItAnswers(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300 && child.exitCode === null; tries++) {
    const client = new pg.Client({ connectionString: url });
    const isThere = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => null);
    if (isThere) return;
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
  }
  child.kill("SIGINT");
  throw new Error("PostgreSQL did not start");
}

function run(program: string, options: string[], where: SpawnSyncOptions): void {
  const { status, stderr } = spawnSync(join(PROGRAMS, program), options, { ...where, ...NOBODY, encoding: "utf8" });
  if (status !== 0) throw new Error(`${program} failed: ${stderr}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
