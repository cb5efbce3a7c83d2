import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { encodingNamed } from "../local/text/encoding.ts";
import { addressOf, isAddress, shown } from "./address/address.ts";
import type { DownloadRules } from "./address/download.ts";
import { baseOf } from "./destination/base-address.ts";
import type { Service } from "./destination/service.ts";
import { type Format, formats } from "./file/role.ts";
import { SourceError } from "./file/source.ts";

/** Addresses of files, and what they may be. */
export interface Origin {
  addresses: URL[];
  rules: Pick<DownloadRules, "follow" | "overHttp">;
}

/** The task that the arguments of `npm run import` describe. */
export interface ImportCommand {
  /** A file or folder; for addresses, what messages call them. */
  path: string;
  /** Where its files are, when they are not on this machine. */
  from?: Origin | undefined;
  /** Recognized where it is left out. */
  format?: Format | undefined;
  /** A label of the WHATWG Encoding Standard; recognized where it is left out. */
  encoding?: string | undefined;
  dryRun?: boolean | undefined;
  /** As of `wrangler dev --persist-to`; wrangler's own place when left out. */
  persistTo?: string | undefined;
  /** The service that it goes to, in place of a local database. */
  service?: Service | undefined;
  /** A file for all that is refused. */
  rejects?: string | undefined;
  /** Whether it has failed where anything was refused. */
  strict?: boolean | undefined;
  /** Rows a batch. */
  batch?: number | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws SourceError saying what is wrong with the command line */
export function argumentsOf(argv: readonly string[], environment: Environment = process.env): ImportCommand {
  const { values, positionals } = parsed(argv);
  return {
    ...placeOf(positionals, values),
    format: formatOf(values.format),
    encoding: encodingIn(values.encoding),
    dryRun: values["dry-run"],
    persistTo: values["persist-to"],
    service: serviceOf(values, environment),
    rejects: values.rejects,
    strict: values.strict,
    batch: values.batch === undefined ? undefined : numberOf(values.batch),
  };
}

/** One path, or some addresses: a format may take several files, and addresses have no folder. */
function placeOf(
  places: readonly string[],
  { follow, "over-http": overHttp }: ReturnType<typeof parsed>["values"],
): Pick<ImportCommand, "path" | "from"> {
  const addresses = places.filter(isAddress).map((one) => addressOf(one, { overHttp }));
  const [path] = places;
  if (path === undefined || (places.length > 1 && addresses.length < places.length))
    throw new SourceError("give one file or folder, or addresses: npm run import -- PATH");
  if (addresses.length > 0) {
    return { path: addresses.map(shown).join(" "), from: { addresses, rules: { follow, overHttp } } };
  }
  if (follow !== undefined || overHttp !== undefined)
    throw new SourceError("--follow and --over-http are for addresses: npm run import -- https://…");
  return { path };
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        format: { type: "string" },
        encoding: { type: "string" },
        "dry-run": { type: "boolean" },
        "persist-to": { type: "string" },
        url: { type: "string" },
        remote: { type: "boolean" },
        "token-file": { type: "string" },
        strict: { type: "boolean" },
        rejects: { type: "string" },
        batch: { type: "string" },
        follow: { type: "string", multiple: true },
        "over-http": { type: "boolean" },
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

function encodingIn(label: string | undefined): string | undefined {
  if (label !== undefined && encodingNamed(label) === null) {
    throw new SourceError(`--encoding takes one such as utf-8, utf-16le, windows-1252 or shift_jis, not "${label}"`);
  }
  return label;
}

/** None where it goes to a local database. A token is in no argument: those are there for every process to see. */
function serviceOf(values: ReturnType<typeof parsed>["values"], environment: Environment): Service | undefined {
  const { url, remote = false, "token-file": file, "persist-to": persistTo, "dry-run": dryRun = false } = values;
  const address = remote ? environment["ENTENTE_URL"] : url;
  if (remote && url !== undefined) throw new SourceError("give --url or --remote, not both");
  if (remote && !address) throw new SourceError("--remote goes to the address in ENTENTE_URL, and there is none");
  if (address === undefined) {
    if (file !== undefined) throw new SourceError("--token-file is for --url and --remote");
    return undefined;
  }
  if (persistTo !== undefined) throw new SourceError("--persist-to is for a local database, not for a service");
  const token = (file === undefined ? environment["ENTENTE_TOKEN"] : readToken(file))?.trim();
  if (!token && !dryRun)
    throw new SourceError("a token of an editor is needed: in ENTENTE_TOKEN, or --token-file FILE");
  return { base: baseOf(address), token: token || null };
}

function readToken(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new SourceError(`--token-file: ${file} cannot be read`);
  }
}
