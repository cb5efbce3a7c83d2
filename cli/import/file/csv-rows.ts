import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { type CastingContext, parse } from "csv-parse";
import type { TableRow } from "./table-row.ts";

interface Parsed {
  record: Record<string, string>;
  info: CastingContext;
}

/** The rows of a CSV file, gzipped or not, one after the other: the file is never whole in memory. */
export async function* csvRows(path: string, file: string): AsyncGenerator<TableRow> {
  const parser = parse({ bom: true, columns: true, info: true, relax_column_count_less: true });
  const done = () => undefined;
  if (path.endsWith(".gz")) pipeline(createReadStream(path), createGunzip(), parser, done);
  else pipeline(createReadStream(path), parser, done);
  // The parser counts the lines up to the end of a record; its first is the one after the last record's.
  let line = 2;
  for await (const { record, info } of parser as AsyncIterable<Parsed>) {
    yield { cells: record, origin: { file, line } };
    line = info.lines + 1;
  }
}
