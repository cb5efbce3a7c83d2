import { stringify } from "csv-stringify/sync";
import type { ExportSource } from "../../src/changes/export.ts";
import { guarded } from "./formula-guard.ts";
import { type Table, tables } from "./table.ts";
import type { Files } from "./write-files.ts";

/** The byte order mark, by which spreadsheets know a file for UTF-8: without it they take Støre for StÃ¸re. */
const BYTE_ORDER_MARK = "\uFEFF";

/** Characters that end a line for one reader or another: a cell that has one stands in quotes. */
const LINE_END = /[\n\v\f\r\u0085\u2028\u2029]/;

/** One CSV file a table, as RFC 4180 has it: a header, CRLF, and quotes where they are needed. */
export const csvFiles: Files = Object.fromEntries(
  Object.entries(tables).map(([name, table]) => [`${name}.csv`, (source: ExportSource) => csvOf(source, table)]),
);

async function* csvOf(source: ExportSource, { columns, nouns, rows }: Table): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csv([columns]);
  for (const noun of nouns) {
    for await (const page of source.entries(noun)) {
      const lines = page.flatMap((entry) => rows(entry, noun)).map((row) => columns.map((column) => cell(row[column])));
      if (lines.length > 0) yield csv(lines);
    }
  }
}

function cell(value: unknown): string {
  if (typeof value === "string") return guarded(value);
  return typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

function csv(lines: readonly (readonly string[])[]): string {
  return stringify(
    lines.map((line) => [...line]),
    { record_delimiter: "windows", quoted_match: LINE_END },
  );
}
