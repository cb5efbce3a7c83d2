import { createWriteStream, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ExportSource } from "../../src/changes/export.ts";

/** The files of an export by their names, and how each is made. */
export type Files = Readonly<Record<string, (source: ExportSource) => AsyncIterable<string>>>;

/**
 * Writes files into a folder, one after the other, each as it is read. They get their names, in the place of older
 * ones, when all are whole.
 */
export async function writeFiles(source: ExportSource, folder: string, files: Files): Promise<[string, number][]> {
  mkdirSync(folder, { recursive: true });
  const written: [string, number][] = [];
  const partial = (name: string) => join(folder, `${name}.partial`);
  try {
    for (const [name, make] of Object.entries(files)) {
      const stream = createWriteStream(partial(name));
      await pipeline(Readable.from(make(source)), stream);
      written.push([name, stream.bytesWritten]);
    }
    for (const [name] of written) renameSync(partial(name), join(folder, name));
    return written;
  } finally {
    for (const name of Object.keys(files)) rmSync(partial(name), { force: true });
  }
}
