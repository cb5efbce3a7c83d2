import { inMib, MOST } from "../../local/file-limit.ts";

/** The cells of a record, or why it is none. */
export type CsvRecord = { cells: string[] } | { reason: string };

/** Where lines come from; null where there are no more. */
interface Source {
  next(): string | null;
}

/** Reads the next record, as RFC 4180 has it: one line, and more where a quoted cell has newlines in it. */
export function csvRecord(lines: Source, delimiter: string): CsvRecord {
  const first = lines.next();
  if (first === null) return { cells: [] };
  if (!first.includes('"')) return sized(withoutReturn(first).split(delimiter));
  const cells: string[] = [];
  let line = first;
  for (let at = 0; ; at += 1) {
    const cell = line[at] === '"' ? quotedCell(lines, line, at) : bareCell(line, at, delimiter);
    if (typeof cell === "string") return { reason: cell };
    cells.push(cell.text);
    ({ line, end: at } = cell);
    if (at >= withoutReturn(line).length) return sized(cells);
    if (line[at] !== delimiter) return { reason: `has a quote within ${shown(cell.text)}: write two for one` };
  }
}

/** A cell, the line on which it ends, and where. */
interface Cell {
  text: string;
  line: string;
  end: number;
}

/** The cell that begins at a position without a quote, or why it is none. */
function bareCell(line: string, at: number, delimiter: string): Cell | string {
  const found = line.indexOf(delimiter, at);
  const end = found === -1 ? withoutReturn(line).length : found;
  const text = line.slice(at, end);
  if (!text.includes('"')) return { text, line, end };
  return `has a quote within ${shown(text)}: put the cell in quotes, and write two for one`;
}

/** The cell that begins at a position with a quote, or why it is none. */
function quotedCell(lines: Source, first: string, start: number): Cell | string {
  const parts: string[] = [];
  let size = 0;
  let line = first;
  for (let at = start + 1; ;) {
    const quote = line.indexOf('"', at);
    const end = quote === -1 ? line.length : quote;
    parts.push(line.slice(at, end));
    size += end - at + 1;
    if (size > MOST.entry) return `has a quote that opens a cell, and none within ${inMib(MOST.entry)} that closes it`;
    if (quote !== -1) {
      if (line[quote + 1] !== '"') return { text: parts.join(""), line, end: quote + 1 };
      parts.push('"');
      at = quote + 2;
      continue;
    }
    const next = lines.next();
    if (next === null) return "has a quote that opens a cell, and none that closes it";
    parts.push("\n");
    line = next;
    at = 0;
  }
}

function sized(cells: string[]): CsvRecord {
  if (cells.some((cell) => cell.length > MOST.cell)) return { reason: `has a cell of more than ${inMib(MOST.cell)}` };
  if (cells.some((cell) => cell.includes("\0")))
    return { reason: "has a NUL: where the file is UTF-16, name that, as in --encoding utf-16le" };
  return { cells };
}

function withoutReturn(text: string): string {
  return text.endsWith("\r") ? text.slice(0, -1) : text;
}

function shown(cell: string): string {
  const start = cell.trim().replace(/\s+/g, " ").slice(0, 40);
  return start === "" ? "a cell" : `the cell ${JSON.stringify(start)}`;
}
