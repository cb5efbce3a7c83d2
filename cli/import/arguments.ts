import { parseArgs } from "node:util";
import { type Format, formats, SourceError } from "./source.ts";

/** What `npm run import` is asked to do. */
export interface ImportCommand {
  path: string;
  /** Recognized where it is left out. */
  format?: Format | undefined;
  dryRun?: boolean | undefined;
  /** As of `wrangler dev --persist-to`; wrangler's own place when left out. */
  persistTo?: string | undefined;
  /** A file for all that is refused. */
  rejects?: string | undefined;
  /** Rows a batch. */
  batch?: number | undefined;
}

/** @throws SourceError saying what is wrong with the command line */
export function argumentsOf(argv: readonly string[]): ImportCommand {
  const { values, positionals } = parsed(argv);
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new SourceError("give one file or folder: npm run import -- PATH");
  return {
    path,
    format: formatOf(values.format),
    dryRun: values["dry-run"],
    persistTo: values["persist-to"],
    rejects: values.rejects,
    batch: values.batch === undefined ? undefined : numberOf(values.batch),
  };
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        format: { type: "string" },
        "dry-run": { type: "boolean" },
        "persist-to": { type: "string" },
        rejects: { type: "string" },
        batch: { type: "string" },
      },
    });
  } catch (error) {
    throw new SourceError((error as Error).message, { cause: error });
  }
}

function numberOf(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < 1 || number > 100_000) {
    throw new SourceError(`--batch takes a whole number from 1 to 100000, not "${text}"`);
  }
  return number;
}

function formatOf(text: string | undefined): Format | undefined {
  const format = formats.find((one) => one === text);
  if (text !== undefined && format === undefined) {
    throw new SourceError(`--format takes one of ${formats.join(", ")}, not "${text}"`);
  }
  return format;
}
