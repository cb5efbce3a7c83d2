import { stringify } from "csv-stringify/sync";
import type { Database } from "../../drizzle/client/database.ts";
import { exportEntries } from "../../src/changes/export.ts";
import { guarded } from "./formula-guard.ts";
import { type Table, tables } from "./table.ts";
import type { Files } from "./write-files.ts";

/** One CSV file a table, as RFC 4180 has it: a header, CRLF, and quotes where they are needed. */
export const csvFiles: Files = Object.fromEntries(
  Object.entries(tables).map(([name, table]) => [`${name}.csv`, (database: Database) => csvOf(database, table)]),
);

async function* csvOf(database: Database, { columns, nouns, rows }: Table): AsyncGenerator<string> {
  yield csv([columns]);
  for (const noun of nouns) {
    for await (const page of exportEntries(database, noun)) {
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
    // A parser takes any line end for that of a row, where it is not in quotes.
    { record_delimiter: "windows", quoted_match: /[\r\n]/ },
  );
}
