import { createReadStream, createWriteStream, renameSync, rmSync } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { LineSplitter, textOfLine } from "../local/text/line-splitter.ts";
import { BackupError, type EndLine, type Header, type Line, lineFrom, LineSum, type TableLine } from "./backup-line.ts";

/** Writes lines into a file that gets its name when it is whole. */
export async function writeBackup(path: string, lines: AsyncIterable<string>): Promise<void> {
  const partial = `${path}.partial`;
  try {
    await pipeline(Readable.from(lines), createGzip(), createWriteStream(partial));
    renameSync(partial, path);
  } finally {
    rmSync(partial, { force: true });
  }
}

/** The header and the end line of a file that is whole. */
export interface CheckedBackup {
  header: Header;
  tables: TableLine[];
  end: EndLine;
}

/**
 * The header, the tables and the end of a backup file, all of which has been read.
 * @throws BackupError where it is none, or is not as it was written
 */
export async function checkBackup(path: string): Promise<CheckedBackup> {
  const sum = new LineSum();
  const tables: TableLine[] = [];
  let header: Header | null = null;
  let end: EndLine | null = null;
  let number = 0;
  for await (const { line, text } of backupFileLines(path)) {
    number += 1;
    if (end !== null) throw new BackupError(`${path} is damaged: it goes on after its end, in line ${number}`);
    if (header === null) header = headerOf(line, path);
    else if ("backup" in line) throw new BackupError(`${path} is damaged: line ${number} is a second header`);
    if ("sha256" in line) end = line;
    else sum.addText(`${text}\n`, Array.isArray(line));
    if ("table" in line) tables.push(line);
    if (Array.isArray(line) && line.length !== tables.at(-1)?.columns.length) {
      throw new BackupError(`${path} is damaged: line ${number} has not the columns of its table`);
    }
  }
  if (header === null) throw new BackupError(`${path} is empty`);
  if (end === null) throw new BackupError(`${path} is damaged: it ends too early, after line ${number}`);
  const { rows, sha256 } = sum.end();
  if (rows !== end.rows || sha256 !== end.sha256) throw new BackupError(`${path} is damaged: its checksum is another`);
  return { header, tables, end };
}

/** The lines of a backup file, one after the other. */
export async function* backupFileLines(path: string): AsyncGenerator<{ line: Line; text: string }> {
  const file = createReadStream(path);
  const plain = createGunzip();
  // An error of the file is the reader's as well: without this it would wait for ever.
  file.on("error", (error) => plain.destroy(error));
  const splitter = new LineSplitter();
  let number = 0;
  try {
    for await (const piece of file.pipe(plain) as AsyncIterable<Buffer>) {
      for (const bytes of splitter.push(piece)) {
        number += 1;
        const text = textOf(bytes, number, path);
        const line = lineFrom(text);
        if (line === null && number === 1) throw new BackupError(`${path} is no backup of Entente`);
        if (line === null) throw new BackupError(`${path} is damaged: line ${number} is none of a backup`);
        yield { line, text };
      }
    }
    if (splitter.rest()?.length !== 0) throw new BackupError(`${path} is damaged: it ends within line ${number + 1}`);
  } catch (error) {
    const { code = "", message } = error as NodeJS.ErrnoException;
    if (code === "EISDIR") throw new BackupError(`${path} is a folder: give a file`, { cause: error });
    if (code.startsWith("Z_")) {
      throw new BackupError(`${path} is damaged, or no backup: ${message}`, { cause: error });
    }
    throw error;
  } finally {
    file.destroy();
  }
}

function textOf(bytes: Buffer | null, number: number, path: string): string {
  const line = textOfLine(bytes);
  if ("reason" in line) throw new BackupError(`${path} is damaged: line ${number} ${line.reason}`);
  return line.text;
}

function headerOf(line: Line, path: string): Header {
  if (!("backup" in line) || line.backup !== "entente") throw new BackupError(`${path} is no backup of Entente`);
  const version: unknown = line.version;
  if (version === 1) return line;
  const isNewer = typeof version === "number" && version > 1;
  throw new BackupError(
    isNewer ? `${path} is a backup of a newer version of Entente` : `${path} is damaged: its header has no version`,
  );
}
