import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, rmSync, watch } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { tableDigests } from "../backup/table-digest.ts";
import { withLocalDatabase } from "../local/local-database.ts";
import { quietly, root } from "../local/tool.ts";
import { pause } from "../../src/domain/fault/pause.ts";

export interface Drill {
  /** What is imported, as on the command line. */
  path: string;
  batch: number;
  kills: number;
  /** Where an empty database lies that is migrated: what is drilled is the import. */
  migrated: string;
  /** A folder for the databases, which is emptied. */
  folder: string;
  /** A number from 0 up to 1 at each call: when the next kill comes. */
  random: () => number;
  tell: (line: string) => void;
}

export interface Drilled {
  kills: number;
  /** Kills that left part of the import done, and not all. */
  halfway: number;
  /** Databases imported in spite of kills, and those of them like the one of an undisturbed import. */
  databases: number;
  identical: number;
  /** Seconds that the undisturbed import takes, from when it opens the database. */
  seconds: number;
}

/** Kills an import, with the database that serves it, at any moment, again and again, and compares what comes of it in the end. */
export async function drill({ path, batch, kills, migrated, folder, random, tell }: Drill): Promise<Drilled> {
  const result: Drilled = { kills: 0, halfway: 0, databases: 0, identical: 0, seconds: 0 };
  const place = (name: string) => join(folder, name);
  const make = (name: string) => cpSync(migrated, place(name), { recursive: true });
  const start = (name: string) => startImport(path, batch, place(name));
  rmSync(folder, { recursive: true, force: true });
  make("undisturbed");
  const whole = start("undisturbed");
  const opened = await opening(place("undisturbed"));
  await ended(whole);
  const duration = performance.now() - opened;
  result.seconds = duration / 1000;
  const wanted = await stateOf(place("undisturbed"));

  make("killed");
  let killsHere = 0;
  while (result.kills < kills) {
    const child = start("killed");
    const exit = ended(child);
    const opened = await Promise.race([opening(place("killed")), exit.then(() => performance.now())]);
    if (await Promise.race([exit.then(() => false), pause(random() * duration).then(() => true)])) {
      kill(child);
      await exit.catch(() => undefined);
      result.kills += 1;
      killsHere += 1;
      const { revision } = await stateOf(place("killed"));
      if (revision > 0 && revision < wanted.revision) result.halfway += 1;
      tell(
        `kill ${result.kills}: after ${Math.round(performance.now() - opened)} ms, at revision ${revision} of ${wanted.revision}`,
      );
    } else {
      await compare();
      make("killed");
      killsHere = 0;
    }
  }
  if (killsHere > 0) {
    await ended(start("killed"));
    await compare();
  }
  return result;

  async function compare(): Promise<void> {
    result.databases += 1;
    const { digests } = await stateOf(place("killed"));
    if (isDeepStrictEqual(digests, wanted.digests)) result.identical += 1;
    else
      tell(`database ${result.databases} differs: ${JSON.stringify(digests)}, not ${JSON.stringify(wanted.digests)}`);
    rmSync(place("killed"), { recursive: true, force: true });
  }
}

async function stateOf(persistTo: string) {
  return withLocalDatabase(persistTo, async (d1) => {
    const { results } = await d1.prepare("SELECT 1 FROM sqlite_master WHERE name = 'revisions'").all();
    if (results.length === 0) return { revision: 0, digests: {} };
    const last = await d1
      .prepare("SELECT coalesce(max(number), 0) AS revision FROM revisions")
      .first<number>("revision");
    return { revision: last ?? 0, digests: await tableDigests(d1, ["at"]) };
  });
}

/** When a process that was just started opens the database: before that there is nothing to disturb. */
function opening(persistTo: string): Promise<number> {
  return new Promise((resolve) => {
    const watcher = watch(join(persistTo, "v3"), { recursive: true }, () => {
      watcher.close();
      resolve(performance.now());
    });
  });
}

function startImport(path: string, batch: number, persistTo: string): ChildProcess {
  const command = [join(root, "cli/command/import.ts"), path, "--batch", String(batch), "--persist-to", persistTo];
  // A group of its own, so that the kill meets workerd too.
  return spawn(process.execPath, command, { env: quietly, stdio: ["ignore", "ignore", "pipe"], detached: true });
}

function kill({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = "";
    child.stderr?.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve() : reject(new Error(`the import ended with ${code}: ${said}`))));
  });
}
