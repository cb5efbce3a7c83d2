/**
 * `npm run export -- FOLDER [--format ndjson|csv|graphml] [--persist-to DIR]`: writes all that is in the local database
 * into files of a folder; see docs/export.md.
 */
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { connect } from "../../drizzle/client/database.ts";
import { csvFiles } from "../export/csv.ts";
import { graphmlFiles } from "../export/graphml.ts";
import { ndjsonFiles } from "../export/ndjson.ts";
import { writeFiles } from "../export/write-files.ts";
import { withMigratedDatabase } from "../local/migrate.ts";
import { root } from "../local/tool.ts";

const formats = { ndjson: ndjsonFiles, csv: csvFiles, graphml: graphmlFiles };
type Format = keyof typeof formats;

export interface ExportCommand {
  folder: string;
  format: Format;
  /** As of `wrangler dev --persist-to`; wrangler's own place when left out. */
  persistTo?: string | undefined;
}

/** Writes the files of an export, and gives their names with the number of their bytes. */
export async function exportTo({ folder, format, persistTo }: ExportCommand): Promise<[name: string, bytes: number][]> {
  return withMigratedDatabase(resolve(persistTo ?? join(root, ".wrangler/state")), (d1) =>
    writeFiles(connect(d1), folder, formats[format]),
  );
}

/** @throws an error that says what would be right */
export function commandOf(argv: string[]): ExportCommand {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { format: { type: "string", default: "ndjson" }, "persist-to": { type: "string" } },
  });
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0) throw new Error("give one folder: npm run export -- FOLDER");
  const format = (Object.keys(formats) as Format[]).find((one) => one === values.format);
  if (format === undefined) {
    throw new Error(`--format takes one of ${Object.keys(formats).join(", ")}, not "${values.format}"`);
  }
  return { folder, format, persistTo: values["persist-to"] };
}

if (import.meta.main) {
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
