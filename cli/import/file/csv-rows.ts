import { fileChunks, FileError, type FileOptions } from "../../local/file-bytes.ts";
import { csvRecord, type CsvRecord } from "./csv-record.ts";
import { RecordLines } from "./record-lines.ts";
import type { Refusal } from "./piece.ts";
import { columnKey, type TableRow } from "./table-row.ts";

/** The first line of a table: what its columns are called, and what parts them. */
export interface CsvHeader {
  /** The keys of the columns; empty for one without a name, which is not read. */
  keys: string[];
  /** As they are written. */
  columns: string[];
  delimiter: string;
}

const DELIMITERS = [",", ";", "\t", "|"];

/** The header of a CSV file; null where the file is empty. @throws FileError where it cannot be read */
export function csvHeader(path: string, options: FileOptions & { file: string }): CsvHeader | null {
  const lines = new RecordLines(fileChunks(path, options));
  try {
    return readHeader(lines, options.file);
  } finally {
    lines.close();
  }
}

/**
 * The rows of a CSV file, one after the other, each by the line that it begins on. One that is no record is refused, and
 * reading goes on with the line after its first: a stray quote would make one cell of all that follows.
 * @throws FileError where the file cannot be read
 */
export function csvRows(path: string, options: FileOptions & { file: string }): Generator<TableRow | Refusal> {
  return csvRowsIn(fileChunks(path, options), options.file);
}

/** The rows of a CSV text that is read piece by piece. */
export function* csvRowsIn(chunks: Iterable<Buffer>, file: string): Generator<TableRow | Refusal> {
  const lines = new RecordLines(chunks);
  try {
    const header = readHeader(lines, file);
    if (header !== null) yield* rowsUnder(header, lines, file);
  } finally {
    lines.close();
  }
}

function* rowsUnder({ keys, delimiter }: CsvHeader, lines: RecordLines, file: string): Generator<TableRow | Refusal> {
  for (let number = lines.begin(); number !== null; number = lines.begin()) {
    const origin = { file, line: number };
    const record = recordIn(lines, delimiter);
    if ("reason" in record) yield { ...origin, ...record };
    else if (record.cells.slice(keys.length).some((cell) => cell.trim() !== "")) {
      yield { ...origin, reason: `has ${record.cells.length} cells, and the header ${keys.length}` };
    } else yield { cells: cellsOf(keys, record.cells), origin };
  }
}

function recordIn(lines: RecordLines, delimiter: string): CsvRecord {
  const record = csvRecord(lines, delimiter);
  const { fault } = lines;
  if ("reason" in record) lines.back(1);
  return fault === null ? record : { reason: fault };
}

function cellsOf(keys: readonly string[], cells: readonly string[]): Map<string, string> {
  const named = new Map<string, string>();
  for (const [index, key] of keys.entries()) if (key !== "") named.set(key, cells[index] ?? "");
  return named;
}

function readHeader(lines: RecordLines, file: string): CsvHeader | null {
  const first = lines.begin();
  if (first === null) return null;
  const start = lines.next();
  // Excel reads and writes what parts cells on a line before the header.
  const said = /^"?sep=(.)"?\r?$/i.exec(start ?? "")?.[1];
  if (said === undefined) lines.back(0);
  else if (lines.begin() === null) return null;
  const delimiter = said ?? delimiterOf(start ?? "");
  const record = recordIn(lines, delimiter);
  if ("reason" in record) throw new FileError(`${file}:${first}:`, `the header ${record.reason}`);
  const keys = record.cells.map(columnKey);
  const twice = keys.findIndex((key, index) => key !== "" && keys.indexOf(key) !== index);
  if (twice !== -1)
    throw new FileError(
      `${file}:${first}:`,
      `the header has the column "${record.cells[twice]?.trim()}" twice: rename one of them`,
    );
  return { keys, columns: record.cells.map((name) => name.trim()), delimiter };
}

/** The delimiter of a header: the one that it has most of, outside of quotes. */
function delimiterOf(line: string): string {
  const bare = line.replace(/"(?:[^"]|"")*"/g, "");
  const count = (delimiter: string) => bare.split(delimiter).length;
  return DELIMITERS.toSorted((a, b) => count(b) - count(a))[0] ?? ",";
}
