import { SourceError } from "../file/source.ts";

/** How the first bytes of a file tell what it is, of such as people take for a table or JSON. */
const OTHERS: readonly [start: RegExp, what: string][] = [
  [
    /^\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b/is,
    "a page of HTML: give the address that its link to the file leads to",
  ],
  [/^\s*<[?!a-z]/i, "XML: CSV, TSV, JSON and NDJSON are read"],
  [/^PK\p{Cc}{2}/u, "a ZIP archive, or a workbook: unpack it or save it as CSV, and import that"],
  [/^\xD0\xCF\p{Cc}\xE0/u, "a workbook or another old Office file: save it as CSV, and import that"],
  [/^%PDF-/, "a PDF: CSV, TSV, JSON and NDJSON are read"],
  [/^(?:BZh\d|\xFD7zXZ\0|7z\xBC\xAF'|\x28\xB5\x2F\xFD|Rar!)/, "packed, but not as gzip: unpack it, and import that"],
  [/^(?:PAR1|SQLite format 3\0|RD[AX]\d\n|<stata_dta>)/, "no text: save it as CSV, and import that"],
];

const ENDINGS: Readonly<Record<string, string>> = {
  "text/csv": ".csv",
  "text/tab-separated-values": ".tsv",
  "application/json": ".json",
  "application/x-ndjson": ".ndjson",
  "application/jsonl": ".jsonl",
};

/** How many bytes are enough to tell what a file is. */
export const TELLING = 1024;

/**
 * Looks at the first bytes of what came from an address. What it is called there does not count: pages of HTML are sent
 * with status 200, and as CSV.
 * @throws SourceError where it cannot be what is imported
 */
export function checkStart(start: Buffer, name: string): void {
  if (start.length === 0) throw new SourceError(`${name} is empty`);
  const text = start.toString("latin1").replace(/^\xEF\xBB\xBF/, "");
  const other = OTHERS.find(([pattern]) => pattern.test(text));
  if (other !== undefined) throw new SourceError(`${name} is ${other[1]}`);
}

/** How a file is written, as the ending of its name, where its name does not tell: by its media type, else by its first bytes. */
export function endingOf(mediaType: string, start: Buffer): string {
  return ENDINGS[mediaType] ?? (/^(?:\xEF\xBB\xBF)?\s*[[{]/.test(start.toString("latin1")) ? ".json" : ".csv");
}
