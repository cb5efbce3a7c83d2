import { createReadStream, createWriteStream, renameSync, rmSync } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { strictText } from "../local/encoding.ts";
import { inMib, MOST } from "../local/file-limit.ts";
import { LineSplitter } from "../local/line-splitter.ts";
import { BackupError, type EndLine, type Header, type Line, LineSum } from "./backup-line.ts";

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

/**
 * The header and the end of a backup file, all of which has been read.
 * @throws BackupError where it is none, or is not as it was written
 */
export async function checkBackup(path: string): Promise<{ header: Header; end: EndLine }> {
  const sum = new LineSum();
  let header: Header | null = null;
  let end: EndLine | null = null;
  for await (const { line, text } of backupFileLines(path)) {
    if (end !== null) throw new BackupError(`${path} is damaged: it goes on after its end`);
    if (header === null) header = headerOf(line, path);
    if ("sha256" in line) end = line;
    else sum.addText(`${text}\n`, Array.isArray(line));
  }
  if (header === null) throw new BackupError(`${path} is empty`);
  if (end === null) throw new BackupError(`${path} is damaged: it ends too early`);
  const { rows, sha256 } = sum.end();
  if (rows !== end.rows || sha256 !== end.sha256) throw new BackupError(`${path} is damaged: its checksum is another`);
  return { header, end };
}

/** The lines of a backup file, one after the other. */
export async function* backupFileLines(path: string): AsyncGenerator<{ line: Line; text: string }> {
  const file = createReadStream(path);
  const plain = createGunzip();
  // An error of the file is the reader's as well: without this it would wait for ever.
  file.on("error", (error) => plain.destroy(error));
  const splitter = new LineSplitter();
  try {
    for await (const piece of file.pipe(plain) as AsyncIterable<Buffer>) {
      for (const bytes of splitter.push(piece)) {
        const text = textOf(bytes, path);
        yield { line: lineOf(text, path), text };
      }
    }
    if (splitter.rest()?.length !== 0) throw new BackupError(`${path} is damaged: it ends within a line`);
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (code === "EISDIR") throw new BackupError(`${path} is a folder: give a file`, { cause: error });
    if (code.startsWith("Z_"))
      throw new BackupError(`${path} is damaged, or no backup: ${(error as Error).message}`, { cause: error });
    throw error;
  } finally {
    file.destroy();
  }
}

function textOf(bytes: Buffer | null, path: string): string {
  if (bytes === null) throw new BackupError(`${path} is damaged: it has a line of more than ${inMib(MOST.entry)}`);
  const text = strictText(bytes);
  if (text === null) throw new BackupError(`${path} is damaged: it has a line that is not UTF-8`);
  return text;
}

function lineOf(text: string, path: string): Line {
  try {
    const line: unknown = JSON.parse(text);
    if (typeof line === "object" && line !== null) return line as Line;
  } catch {
    // Said below.
  }
  throw new BackupError(`${path} is damaged: it has a line that is not JSON`);
}

function headerOf(line: Line, path: string): Header {
  if (!("backup" in line) || line.backup !== "entente") throw new BackupError(`${path} is no backup of Entente`);
  if (line.version !== 1) throw new BackupError(`${path} is a backup of a newer version of Entente`);
  return line;
}
