/**
 * `npm run export -- FOLDER [--format ndjson|csv|graphml] [--revision N] [--persist-to DIR]`: writes all that is in the
 * local database into files of a folder; see docs/export.md.
 */
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { readRevisionRange } from "../../drizzle/client/revision-range.ts";
import { ExportSource } from "../../src/changes/export.ts";
import { csvFiles } from "../export/csv.ts";
import { graphmlFiles } from "../export/graphml.ts";
import { ndjsonFiles } from "../export/ndjson.ts";
import { writeFiles } from "../export/write-files.ts";
import { withMigratedDatabase } from "../local/migrate.ts";
import { root } from "../local/tool.ts";
import { isHelped } from "./usage.ts";

const formats = { ndjson: ndjsonFiles, csv: csvFiles, graphml: graphmlFiles };
type Format = keyof typeof formats;

export interface ExportCommand {
  folder: string;
  format: Format;
  /** As of `wrangler dev --persist-to`; wrangler's own place when left out. */
  persistTo?: string | undefined;
  /** As of which it is written; the newest when left out. */
  revision?: number | undefined;
}

/** Writes the files of an export, and gives their names with the number of their bytes. */
export async function exportTo({
  folder,
  format,
  persistTo,
  revision,
}: ExportCommand): Promise<[name: string, bytes: number][]> {
  const write = async (d1: D1Database) => {
    const range = await readRevisionRange(d1);
    if (revision !== undefined && (revision > range.newest || revision < range.oldest)) {
      const there = range.newest === 0 ? "there is none yet" : `there are ${range.oldest} to ${range.newest}`;
      throw new Error(`--revision is ${revision}: ${there}`);
    }
    return writeFiles(new ExportSource(d1, range, revision), folder, formats[format]);
  };
  return withMigratedDatabase(resolve(persistTo ?? join(root, ".wrangler/state")), write, "shared");
}

/** @throws an error that says what would be right */
export function commandOf(argv: string[]): ExportCommand {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      format: { type: "string", default: "ndjson" },
      revision: { type: "string" },
      "persist-to": { type: "string" },
    },
  });
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0) throw new Error("give one folder: npm run export -- FOLDER");
  const format = (Object.keys(formats) as Format[]).find((one) => one === values.format);
  if (format === undefined) {
    throw new Error(`--format takes one of ${Object.keys(formats).join(", ")}, not "${values.format}"`);
  }
  const { revision } = values;
  if (revision !== undefined && !/^[1-9]\d{0,14}$/.test(revision)) {
    throw new Error(`--revision takes the number of a revision, not "${revision}"`);
  }
  return { folder, format, persistTo: values["persist-to"], revision: revision === undefined ? undefined : +revision };
}

if (import.meta.main && !isHelped(import.meta.filename)) {
  try {
    const command = commandOf(process.argv.slice(2));
    for (const [name, bytes] of await exportTo(command)) {
      console.log(`${join(command.folder, name)}: ${bytes.toLocaleString("en")} bytes`);
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
