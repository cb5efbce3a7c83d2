import { createWriteStream } from "node:fs";
import { mkdtemp, rename, rm } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { inMib, MOST } from "../../local/file-limit.ts";
import { encodingNamed } from "../../local/text/encoding.ts";
import { writingOf } from "../file/file-name.ts";
import { SourceError } from "../file/source.ts";
import { shown } from "./address.ts";
import { nameAt } from "./file-name.ts";
import { checkStart, endingOf, TELLING } from "./file-type.ts";
import { requested, type RequestRules } from "./request.ts";

const MINUTE = 60_000;
/** A byte order mark, which knows better than a server what follows it. */
const MARK = /^(?:\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF)/;

export interface DownloadRules extends Omit<RequestRules, "signal" | "silence"> {
  silence?: number | undefined;
  /** How many bytes a file may have, as it is sent and unpacked. */
  most?: number | undefined;
}

/** What is known of a file that came from an address. */
export interface Download {
  /** As messages name it. */
  file: string;
  /** That which its server tells, where it does. */
  encoding?: string | undefined;
}

/** Files from addresses, in a folder that is there as long as they are used. */
export interface Downloads {
  folder: string;
  files: ReadonlyMap<string, Download>;
}

/**
 * Lends the files at some addresses, all of them whole. What is imported is read more than once, and nothing of it is
 * written before all of it is known to be there.
 * @throws SourceError, which names the address, where one cannot be had whole, or is not what is imported
 */
export async function withDownloads<T>(
  addresses: readonly URL[],
  rules: DownloadRules,
  use: (downloads: Downloads) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "entente-download-"));
  try {
    const files = new Map<string, Download>();
    for (const address of addresses) {
      const { path, ...download } = await downloaded(address, folder, rules);
      const other = files.get(path);
      if (other)
        throw new SourceError(`${other.file} and ${download.file} have the same name: import one after the other`);
      files.set(path, download);
    }
    return await use({ folder, files });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function downloaded(
  from: URL,
  folder: string,
  { most = MOST.unpacked, silence = MINUTE / 2, ...rules }: DownloadRules,
): Promise<Download & { path: string }> {
  const signal = AbortSignal.timeout(60 * MINUTE);
  const { address, message } = await requested(from, { ...rules, silence, signal });
  const file = shown(address);
  const unfinished = join(folder, ".unfinished");
  try {
    const { headers } = message;
    if (Number(headers["content-length"]) > most) throw tooLarge(file, most);
    const [mediaType, charset] = contentType(headers["content-type"]);
    const isPacked = isSentPacked(message, file);
    const watch = new Watch(file, most);
    const sent = (pieces: AsyncIterable<Buffer>) => bounded(pieces, file, most);
    const kept = (pieces: AsyncIterable<Buffer>) => watch.through(pieces);
    const target = createWriteStream(unfinished);
    if (isPacked) await pipeline(message, sent, createGunzip(), kept, target, { signal });
    else await pipeline(message, kept, target, { signal });
    checkStart(watch.start, file);
    const isGzip = watch.start[0] === 0x1f && watch.start[1] === 0x8b;
    let name = nameAt(address, headers["content-disposition"]);
    // Some servers send a file of theirs that is gzip as one that they have packed on the way.
    if (isPacked && !isGzip) name = name.replace(/\.gz$/i, "");
    if (writingOf(name) === undefined) name += endingOf(mediaType, watch.start);
    const path = join(folder, name);
    await rename(unfinished, path);
    return {
      path,
      file,
      encoding: isGzip || MARK.test(watch.start.toString("latin1")) ? undefined : encodingSaid(charset, file),
    };
  } catch (error) {
    throw error instanceof SourceError ? error : new SourceError(`${file} ${whyBroken(error)}`, { cause: error });
  } finally {
    message.destroy();
  }
}

/** Looks at what goes through it: how it begins, and that it is not too much. */
class Watch {
  start: Buffer = Buffer.alloc(0);
  readonly #file: string;
  readonly #most: number;

  constructor(file: string, most: number) {
    this.#file = file;
    this.#most = most;
  }

  async *through(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const piece of bounded(pieces, this.#file, this.#most)) {
      if (this.start.length < TELLING) this.start = Buffer.concat([this.start, piece.subarray(0, TELLING)]);
      yield piece;
    }
  }
}

async function* bounded(pieces: AsyncIterable<Buffer>, file: string, most: number): AsyncGenerator<Buffer> {
  let total = 0;
  for await (const piece of pieces) {
    total += piece.length;
    if (total > most) throw tooLarge(file, most);
    yield piece;
  }
}

function tooLarge(file: string, most: number): SourceError {
  return new SourceError(`${file} has more than ${inMib(most)}: download it, and import the file`);
}

function isSentPacked({ headers }: IncomingMessage, file: string): boolean {
  const encoding = headers["content-encoding"]?.trim().toLowerCase() ?? "identity";
  if (encoding === "gzip" || encoding === "x-gzip") return true;
  if (encoding === "identity" || encoding === "") return false;
  throw new SourceError(
    `${file} is sent as ${encoding}, though only gzip was asked for: download it, and import the file`,
  );
}

function contentType(header = ""): [mediaType: string, charset: string | undefined] {
  const charset = /;\s*charset\s*=\s*"?(?<label>[^\s";]+)/i.exec(header)?.groups?.["label"];
  return [header.split(";")[0]!.trim().toLowerCase(), charset];
}

function encodingSaid(charset: string | undefined, file: string): string | undefined {
  if (charset === undefined || encodingNamed(charset) !== null) return charset;
  throw new SourceError(`${file} is said to be in "${charset}", which is no encoding: name it with --encoding`);
}

function whyBroken(error: unknown): string {
  const { code, name, message } = error as NodeJS.ErrnoException;
  if (code === "ECONNRESET" || code === "ERR_STREAM_PREMATURE_CLOSE" || code === "Z_BUF_ERROR")
    return "is cut off on the way: try again";
  if (name === "AbortError" || name === "TimeoutError")
    return "takes more than an hour: download it, and import the file";
  return `cannot be read: ${message}`;
}
