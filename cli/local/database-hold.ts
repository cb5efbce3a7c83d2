import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** Whether a command may be the only one that uses the local database, or shares it with others that only read, and with the service. */
export type Use = "alone" | "shared";

/** The folder in that of the database in which its use is told of: it means nothing in a copy. */
export const IN_USE = "in-use";

/** The connections that are held: one that nobody refers to is closed with the garbage, and its lock is gone. */
const held = new Set<DatabaseSync>();

/** Others may be about to end. In ms. */
const PATIENCE_MS = 500;

/**
 * Holds a local database until it is released, or this process ends, however it ends: the lock is the operating system's,
 * as SQLite asks for it. Beside it lie notes of who holds it, for the words of a refusal alone.
 * @throws where others use it
 */
export function holdDatabase(persistTo: string, use: Use): () => void {
  const place = privateFolder(join(persistTo, IN_USE));
  const notes = privateFolder(join(place, "holders"));
  const lock = new DatabaseSync(join(place, "lock.sqlite"), { timeout: PATIENCE_MS });
  try {
    // A shared lock is taken by the first reading, and kept until the transaction ends.
    lock.exec(use === "alone" ? "BEGIN EXCLUSIVE" : "BEGIN; SELECT count(*) FROM sqlite_master");
  } catch (error) {
    lock.close();
    if (!(error as Error).message.includes("locked")) throw error;
    const holders = holdersIn(notes);
    const who = holders.length > 0 ? holders.join(", ") : "another process";
    throw new Error(`the local database is in use by ${who}: stop that first`, { cause: error });
  }
  held.add(lock);
  holdersIn(notes);
  const note = join(notes, `${process.pid}`);
  writeFileSync(note, commandOf(process.env["npm_lifecycle_event"]));
  return () => {
    rmSync(note, { force: true });
    lock.close();
    held.delete(lock);
  };
}

/** Who has left a note and still runs; the notes of what was killed are taken away. */
function holdersIn(notes: string): string[] {
  return readdirSync(notes).flatMap((pid) => {
    const command = isRunning(Number(pid)) ? noteIn(join(notes, pid)) : null;
    if (command !== null) return [`${command} (process ${pid})`];
    rmSync(join(notes, pid), { force: true });
    return [];
  });
}

/** Null where whoever left it has taken it away meanwhile. */
function noteIn(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** Makes a folder of a database, which holds receipts and who wrote what: for its owner's eyes only. The folder around it may be anybody's. */
export function privateFolder(path: string): string {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  chmodSync(path, 0o700);
  return path;
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** As it was typed, where npm ran it. */
function commandOf(script: string | undefined): string {
  if (script === undefined) return `node ${basename(process.argv[1] ?? "")}`;
  return script === "start" ? "npm start" : `npm run ${script}`;
}
