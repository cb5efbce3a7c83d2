import { closeSync, openSync, readSync, statSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { encodingOf, inUtf8, withoutMark } from "./text/encoding.ts";
import { inMib, MOST } from "./file-limit.ts";
import { InputError } from "./input-error.ts";

const CHUNK = 65_536;

/** Why a file cannot be read as a whole. What is wrong with one entry of it is told of that alone. */
export class FileError extends InputError {
  override readonly name = "FileError";
  readonly reason: string;

  constructor(file: string, reason: string, options?: ErrorOptions) {
    super(`${file} ${reason}`, options);
    this.reason = reason;
  }
}

export interface FileOptions {
  /** As messages name it; its path when left out. */
  file?: string | undefined;
  /** A label of the WHATWG Encoding Standard; the encoding of its byte order mark, else UTF-8, when left out. */
  encoding?: string | undefined;
  /** How many bytes it may have, unpacked; any when left out, as what is read piece by piece may be of any size. */
  most?: number | undefined;
}

/**
 * The bytes of a file, piece by piece: unpacked where it is gzip, in UTF-8, without byte order mark. What its encoding has
 * not is no UTF-8 here either, so that whoever reads a line or an entry strictly refuses that alone.
 * @throws FileError where there is no such file, or it is damaged, too large, or not to be read
 */
export function* fileChunks(path: string, { file = path, encoding, most }: FileOptions = {}): Generator<Buffer> {
  const descriptor = opened(path, file);
  // Here and nowhere else it is closed, however far it was read.
  try {
    const pieces = unpacked(rawChunks(descriptor), path, file, most);
    const { value: first } = pieces.next();
    if (first === undefined) return;
    const from = encodingOf(first, encoding);
    if (from !== "utf-8") return yield inUtf8(whole(joined(first, pieces), file, MOST.document), from);
    yield withoutMark(first);
    yield* pieces;
  } finally {
    closeSync(descriptor);
  }
}

/** The bytes of a file that is read whole. @throws FileError as `fileChunks` */
export function fileBytes(path: string, options: FileOptions = {}): Buffer {
  return Buffer.concat([...fileChunks(path, { most: MOST.document, ...options })]);
}

function* unpacked(
  pieces: Generator<Buffer, void, undefined>,
  path: string,
  file: string,
  most = Infinity,
): Generator<Buffer, void, undefined> {
  const { value: first } = pieces.next();
  if (!first || first[0] !== 0x1f || first[1] !== 0x8b) {
    if (/\.gz$/i.test(path)) throw new FileError(file, "is no gzip, whatever its name says: unpack it, or rename it");
    if (first) yield* bounded(joined(first, pieces), file, most);
    return;
  }
  const largest = Math.min(most, MOST.unpacked);
  const packed = whole(joined(first, pieces), file, largest);
  try {
    yield gunzipSync(packed, { maxOutputLength: largest });
  } catch (error) {
    throw new FileError(file, whyPacked(error as NodeJS.ErrnoException, largest), { cause: error });
  }
}

function* rawChunks(descriptor: number): Generator<Buffer, void, undefined> {
  for (;;) {
    const chunk = Buffer.alloc(CHUNK);
    const size = readSync(descriptor, chunk, 0, CHUNK, null);
    if (size === 0) return;
    yield chunk.subarray(0, size);
  }
}

function opened(path: string, file: string): number {
  try {
    // Looked at first: opening a pipe waits for who writes into it.
    const kind = statSync(path);
    if (kind.isDirectory()) throw new FileError(file, "is a folder");
    if (!kind.isFile())
      throw new FileError(file, "is a pipe or a device, and is read twice: write it into a file first");
    return openSync(path, "r");
  } catch (error) {
    if (error instanceof FileError) throw error;
    throw new FileError(file, whyNotOpened(error as NodeJS.ErrnoException), { cause: error });
  }
}

/** Why the system opens no file, in words. */
export function whyNotOpened({ code, message }: NodeJS.ErrnoException): string {
  if (code === "ENOENT") return "is not there";
  if (code === "EACCES" || code === "EPERM") return "may not be read by you: see its permissions";
  if (code === "ELOOP") return "is a symbolic link that leads back to itself";
  return `cannot be read: ${message}`;
}

function whyPacked({ code, message }: NodeJS.ErrnoException, largest: number): string {
  if (code === "ERR_BUFFER_TOO_LARGE") return `unpacks to more than ${inMib(largest)}: unpack it, and split it`;
  if (code === "Z_BUF_ERROR") return "is damaged: its gzip is cut off. Get it again";
  return `is damaged: its gzip cannot be unpacked (${message}). Get it again`;
}

function* bounded(pieces: Iterable<Buffer>, file: string, most: number): Generator<Buffer, void, undefined> {
  let total = 0;
  for (const piece of pieces) {
    total += piece.length;
    if (total > most) throw new FileError(file, `has more than ${inMib(most)}: split it`);
    yield piece;
  }
}

function whole(pieces: Iterable<Buffer>, file: string, most: number): Buffer {
  return Buffer.concat([...bounded(pieces, file, most)]);
}

function* joined(first: Buffer, rest: Iterable<Buffer>): Generator<Buffer, void, undefined> {
  yield first;
  yield* rest;
}
