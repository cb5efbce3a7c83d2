/**
 * `npm run import -- PATH|ADDRESS… [--format native|cow|manytreaties|archigos|popolo] [--encoding LABEL] [--dry-run] [--persist-to DIR |
 * --url ADDRESS | --remote] [--token-file FILE] [--rejects FILE] [--strict] [--batch N] [--follow HOST] [--over-http]`: imports
 * a file or folder, or the files at some addresses, into the local database, or into a running service; see docs/import.md.
 */
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { mergeTextIndexes } from "../../drizzle/search/merge-text-indexes.ts";
import { reindexNoted } from "../local/reindex.ts";
import { withCopiedDatabase } from "../drill/copied-database.ts";
import { withCopiedService } from "../drill/copied-service.ts";
import { withDownloads } from "../import/address/download.ts";
import { argumentsOf, type ImportCommand } from "../import/arguments.ts";
import { d1Destination } from "../import/destination/d1-destination.ts";
import type { Destination } from "../import/destination/destination.ts";
import { rowsOf } from "../import/file/piece.ts";
import { progressBar } from "../import/progress.ts";
import { readSource } from "../import/file/read-source.ts";
import { exitCodeOf, type Report, rejectsOf, reportOf } from "../import/report.ts";
import { run } from "../import/run.ts";
import { serviceDestination } from "../import/destination/service-destination.ts";
import { isExport, type Source, sourceAt, SourceError } from "../import/file/source.ts";
import { loadDatasetInto } from "./load.ts";
import { withMigratedDatabase } from "../local/migrate.ts";
import { root } from "../local/tool.ts";
import { isHelped } from "./usage.ts";

const BATCH = 2000;
const AUTHOR = { author: "cli/import.ts", now: () => new Date().toISOString() };

/** Imports what is at a path, batch by batch, and says what became of it. */
export async function importPath(command: ImportCommand): Promise<Report> {
  const { path, from, format, encoding } = command;
  if (from === undefined) return importSource(sourceAt(path, format, encoding), command);
  return withDownloads(from.addresses, from.rules, ({ folder, files }) => {
    const [only, ...more] = files.keys();
    const place = only === undefined || more.length > 0 ? folder : only;
    return importSource(sourceAt(place, format, encoding, files), command);
  });
}

async function importSource(source: Source, command: ImportCommand): Promise<Report> {
  const { service, dryRun = false } = command;
  if (service !== undefined && !dryRun) return importInto(await serviceDestination(service), source, command);
  if (service !== undefined) {
    return withCopiedService(service, (d1) => importInto(d1Destination(d1, AUTHOR), source, command));
  }
  const persistTo = resolve(command.persistTo ?? join(root, ".wrangler/state"));
  const lend = dryRun ? withCopiedDatabase : withMigratedDatabase;
  return lend(persistTo, async (d1) => {
    if (!isExport(source)) await loadFirst(d1);
    const report = await importInto(d1Destination(d1, AUTHOR), source, command);
    // Also where nothing was left to do: the import before may have been cut off.
    await reindexNoted(d1);
    await mergeTextIndexes(d1);
    return report;
  });
}

async function importInto(
  destination: Destination,
  source: Source,
  { path, dryRun = false, batch = BATCH }: ImportCommand,
): Promise<Report> {
  const start = performance.now();
  const { pieces, refusals } = await readSource(source, destination);
  const bar = progressBar(() => Iterator.from(pieces()).reduce((sum, piece) => sum + rowsOf(piece), 0));
  const tally = await run(destination, pieces(), { source: source.format, size: batch, progress: bar.tick }).finally(
    bar.stop,
  );
  const isEmpty = tally.batches === 0 && refusals.length === 0;
  if (isEmpty) throw new SourceError(`${path} (${source.format}) has no entries: nothing is imported`);
  return {
    ...tally,
    refusals: [...refusals, ...tally.refusals],
    source: `${path} (${source.format})`,
    dryRun,
    seconds: (performance.now() - start) / 1000,
  };
}

/** An empty database gets the data set first, so that its states are found and none is made twice. */
async function loadFirst(d1: D1Database): Promise<void> {
  const { results } = await d1.prepare("SELECT number FROM revisions LIMIT 1").all();
  if (results.length === 0) await loadDatasetInto(d1);
}

if (import.meta.main && !isHelped(import.meta.filename)) {
  try {
    const command = argumentsOf(process.argv.slice(2));
    const report = await importPath(command);
    if (command.rejects !== undefined) writeFileSync(command.rejects, rejectsOf(report.refusals));
    console.log(reportOf(report));
    process.exitCode = exitCodeOf(report, command.strict);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
