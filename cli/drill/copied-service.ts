import { createWriteStream, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { d1Destination } from "../import/destination/d1-destination.ts";
import { lists } from "../import/file/piece.ts";
import { readSource } from "../import/file/read-source.ts";
import { run } from "../import/run.ts";
import { ask, exportedLines, type Service } from "../import/destination/service.ts";
import { SourceError, sourceAt } from "../import/file/source.ts";
import { withMigratedDatabase } from "../local/migrate.ts";

/** Lends a local copy of all that a service has now, which is gone afterwards: for a look at what something would do to it. */
export async function withCopiedService<T>(service: Service, use: (d1: D1Database) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "entente-copy-"));
  try {
    const files = join(folder, "export");
    mkdirSync(files);
    await download(service, files);
    return await withMigratedDatabase(join(folder, "state"), async (d1) => {
      await copyInto(d1, files);
      return use(d1);
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function download(service: Service, folder: string): Promise<void> {
  const before = await revisionOf(service);
  for (const list of lists) {
    const file = createWriteStream(join(folder, `${list}.ndjson`));
    await pipeline(Readable.from(linesOf(service, list)), file);
  }
  if ((await revisionOf(service)) !== before) {
    throw new SourceError(`${service.base.href} was changed while it was copied: try again`);
  }
}

async function* linesOf(service: Service, list: string): AsyncGenerator<string> {
  for await (const line of exportedLines(service, list)) yield `${line}\n`;
}

async function copyInto(d1: D1Database, folder: string): Promise<void> {
  const destination = d1Destination(d1, { author: "cli/copied-service.ts", now: () => new Date().toISOString() });
  const { pieces } = await readSource(sourceAt(folder, "native"), destination);
  const { refusals } = await run(destination, pieces(), { source: "a service", size: 2000 });
  const [first] = refusals;
  if (first !== undefined) throw new SourceError(`the service could not be copied: ${first.reason}`);
}

async function revisionOf(service: Service): Promise<number> {
  const { dataset } = await ask(service, "{ dataset { revision } }", {});
  return (dataset as { revision: number }).revision;
}
