/**
 * `npm run load [-- [--dataset FOLDER] [--persist-to DIR] [--dry-run] [--over-edits] [FILE…]]`: loads change sets, by
 * default the data set, into the local database as one revision. What editors have written is taken back only with --over-edits.
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type { D1Client } from "../../drizzle/client/d1-client.ts";
import { mergeTextIndexes } from "../../drizzle/search/merge-text-indexes.ts";
import { type Applied, applyChangeset, type Refused, total } from "../../src/changes/apply.ts";
import { datasetReason, isDatasetLoaded } from "./dataset.ts";
import { editsTakenBack, type TakenBack, takenBackTold } from "./taken-back.ts";
import { withImportedNames } from "./imported-names.ts";
import { datasetFolder, type DatasetFolder } from "../local/dataset-folder.ts";
import { fill } from "../local/fill.ts";
import { reindexNoted } from "../local/reindex.ts";
import { withMigratedDatabase } from "../local/migrate.ts";
import { readDocument } from "../local/read-document.ts";
import { root } from "../local/tool.ts";
import { isHelped } from "./usage.ts";

/** Where the seed article lies for those who have it. It is cited, and no part of the project. */
const SEED = resolve(root, "../shared/seed/article.txt");

/** The result where edits made with a token would be taken back: nothing was loaded. */
export interface Kept {
  outcome: "kept";
  edits: TakenBack[];
}

/** Somebody has written with a token, and nothing was loaded over it. */
export interface Left {
  outcome: "left";
}

export interface LoadOptions {
  /** The one that ships when left out. */
  dataset?: DatasetFolder | undefined;
  /** As of `wrangler dev --persist-to`; that of the data set when left out. */
  persistTo?: string | undefined;
  /** The data set when left out. */
  files?: readonly string[] | undefined;
  dryRun?: boolean | undefined;
  /** Leaves the database alone where the data set that was loaded last is the one that ships. */
  ifChanged?: boolean | undefined;
  /** Leaves the data as they are where somebody has written with a token. */
  unlessWritten?: boolean | undefined;
  /** Takes back what was written with a token where the files say otherwise; else nothing is loaded then. */
  overEdits?: boolean | undefined;
  /** Prints no line when all is well. */
  quiet?: boolean | undefined;
}

/** Migrates the local database and loads the files, saying how it went; null where there was no need to. */
export async function loadDataset(options: LoadOptions = {}): Promise<Applied | Refused | Left | Kept | null> {
  const persistTo = resolve(options.persistTo ?? (options.dataset ?? datasetFolder()).persistTo);
  const result = await withMigratedDatabase(persistTo, async (d1) => {
    const loaded = await loadInto(d1, options);
    // What was written before there were horizons gets them now, by the articles as they are.
    if (!options.dryRun) await fill(d1);
    // What was written by SQL since the last start is found from now on.
    if (!options.dryRun) await reindexNoted(d1);
    return loaded;
  });
  if (result === null) return null;
  if (result.outcome === "refused") {
    for (const { file, path, message } of result.faults)
      console.error(`${file}${path === "" ? "" : ` ${path}`}: ${message}`);
    console.error(`${count(result.faults.length, "fault")}: nothing was loaded`);
  } else if (result.outcome === "kept") {
    console.error(takenBackTold(result.edits));
  } else if (result.outcome === "applied" && !options.quiet) {
    const what = options.files?.length ? count(options.files.length, "file") : "the data set";
    console.log(summary(result, what, options.dryRun ?? false));
  }
  return result;
}

async function loadInto(d1: D1Client, options: LoadOptions): Promise<Applied | Refused | Left | Kept | null> {
  if (options.ifChanged && (await isDatasetLoaded(d1, (options.dataset ?? datasetFolder()).files))) return null;
  if (options.unlessWritten && (await isWritten(d1))) return { outcome: "left" };
  return apply(d1, options);
}

/** Files say all there is of what they name; the data set leaves alone what an import has added to its actors. */
async function apply(
  d1: D1Client,
  {
    dataset = datasetFolder(),
    files = [],
    dryRun = false,
    overEdits = false,
  }: Pick<LoadOptions, "dataset" | "files" | "dryRun" | "overEdits">,
): Promise<Applied | Refused | Kept> {
  const isDataset = files.length === 0;
  const parsed = (isDataset ? dataset.files : files).map(readDocument);
  const faults = parsed.flatMap((one) => ("message" in one ? [one] : []));
  if (faults.length > 0) return { outcome: "refused", faults };
  const documents = parsed.flatMap((one) => ("json" in one ? [one] : []));
  const changeset = isDataset ? await withImportedNames(d1, documents) : documents;
  const told = {
    author: "cli/load.ts",
    reason: isDataset ? datasetReason(dataset.files) : `Load ${documents.map(({ file }) => file).join(", ")}`,
    now: new Date().toISOString(),
    dryRun,
    texts: textsAtHand(),
  };
  const edits = overEdits ? [] : await editsTakenBack(d1, changeset, told);
  if (edits.length > 0) return { outcome: "kept", edits };
  const applied = await applyChangeset(d1, changeset, told);
  if (applied.outcome === "applied" && applied.revision !== null) await mergeTextIndexes(d1);
  return applied;
}

/** Loads the data set into a database that is at hand. */
export async function loadDatasetInto(d1: D1Client): Promise<void> {
  const { outcome } = await apply(d1, {});
  if (outcome !== "applied") throw new Error("the data set could not be loaded: npm run load says why");
}

async function isWritten(d1: D1Client): Promise<boolean> {
  return (await d1.prepare("SELECT 1 FROM revisions WHERE subject IS NOT NULL LIMIT 1").first()) !== null;
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

if (import.meta.main && !isHelped(import.meta.filename)) {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        dataset: { type: "string" },
        "persist-to": { type: "string" },
        "dry-run": { type: "boolean" },
        "over-edits": { type: "boolean" },
      },
    });
    const result = await loadDataset({
      dataset: datasetFolder(values.dataset),
      persistTo: values["persist-to"],
      dryRun: values["dry-run"],
      overEdits: values["over-edits"],
      files: positionals,
    });
    if (result?.outcome === "refused" || result?.outcome === "kept") process.exitCode = 1;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
