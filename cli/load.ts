/**
 * `node cli/load.ts [--persist-to DIR] [--dry-run] [FILE…]`: loads change sets, by default the
 * data set, into the local database as one revision.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { type Applied, applyChangeset, type Refused, total } from "../src/changes/apply.ts";
import { withLocalDatabase } from "./local-database.ts";
import { migrate } from "./migrate.ts";
import { readDocument } from "./read-document.ts";

const ROOT = resolve(import.meta.dirname, "..");
/** Where the seed article lies for those who have it. It is cited, and no part of the project. */
const SEED = resolve(ROOT, "../shared/seed/article.txt");

export interface LoadOptions {
  /** As of `wrangler dev --persist-to`; wrangler's own place when left out. */
  persistTo?: string | undefined;
  /** The data set when left out. */
  files?: readonly string[] | undefined;
  dryRun?: boolean | undefined;
  /** Prints no line when all is well. */
  quiet?: boolean | undefined;
}

/** Migrates the local database and loads the files, saying how it went. */
export async function loadDataset(options: LoadOptions = {}): Promise<Applied | Refused> {
  const persistTo = resolve(options.persistTo ?? join(ROOT, ".wrangler/state"));
  const files = options.files?.length ? options.files : datasetFiles();
  const result = await apply(files, persistTo, options.dryRun ?? false);
  if (result.outcome === "refused") {
    for (const { file, path, message } of result.faults)
      console.error(`${file}${path === "" ? "" : ` ${path}`}: ${message}`);
    console.error(`${count(result.faults.length, "fault")}: nothing was loaded`);
  } else if (!options.quiet) {
    console.log(
      summary(result, options.files?.length ? count(files.length, "file") : "the data set", options.dryRun ?? false),
    );
  }
  return result;
}

async function apply(files: readonly string[], persistTo: string, dryRun: boolean): Promise<Applied | Refused> {
  const parsed = files.map(readDocument);
  const faults = parsed.flatMap((one) => ("message" in one ? [one] : []));
  if (faults.length > 0) return { outcome: "refused", faults };
  const documents = parsed.flatMap((one) => ("json" in one ? [one] : []));

  migrate(persistTo);
  return withLocalDatabase(persistTo, (d1) =>
    applyChangeset(d1, documents, {
      author: "cli/load.ts",
      reason: `Load ${documents.map(({ file }) => file).join(", ")}`,
      now: new Date().toISOString(),
      dryRun,
      texts: textsAtHand(),
    }),
  );
}

/** The change sets that ship. */
export function datasetFiles(): string[] {
  const folder = join(ROOT, "dataset");
  const names = readdirSync(folder).filter((name) => name.endsWith(".json") && name !== "changeset.schema.json");
  return names.toSorted().map((name) => join(folder, name));
}

function textsAtHand(): Map<string, string> {
  if (!existsSync(SEED)) return new Map();
  const bytes = readFileSync(SEED);
  return new Map([[createHash("sha256").update(bytes).digest("hex"), bytes.toString("utf8")]]);
}

function summary({ revision, base, added, changed, unchanged }: Applied, what: string, dryRun: boolean): string {
  const counts = `${total(added)} added, ${total(changed)} changed, ${total(unchanged)} unchanged`;
  if (dryRun) return `Dry run of ${what}: ${counts}, nothing written`;
  if (revision === null)
    return `${what[0]?.toUpperCase()}${what.slice(1)} ${what.endsWith("files") ? "are" : "is"} loaded: nothing to change (revision ${base})`;
  return `Loaded ${what}: ${counts}: revision ${revision}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

if (import.meta.main) {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { "persist-to": { type: "string" }, "dry-run": { type: "boolean" } },
    });
    const { outcome } = await loadDataset({
      persistTo: values["persist-to"],
      dryRun: values["dry-run"],
      files: positionals,
    });
    if (outcome === "refused") process.exitCode = 1;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
