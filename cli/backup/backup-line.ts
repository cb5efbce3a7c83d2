import { createHash } from "node:crypto";
import { jsonLine } from "../../src/domain/text/json-line.ts";
import { InputError } from "../local/input-error.ts";
import type { Cell } from "./table-row.ts";

/**
 * A backup is gzipped NDJSON: a header, then of each table a line with its columns and a line for each row, and at the
 * end the number of rows and the SHA-256 of all lines before. The same data makes the same lines.
 */
export interface Header {
  backup: "entente";
  version: 1;
  revision: number;
  /** The lineage of the database that it is a backup of: the one that it is restored into has another. */
  lineage: string;
  /** The migrations that the database was at, by their names. */
  migrations: string[];
}

export interface TableLine {
  table: string;
  columns: string[];
}

export type RowLine = Cell[];

export interface EndLine {
  rows: number;
  sha256: string;
}

export type Line = Header | TableLine | RowLine | EndLine;

/** A line as it stands in a file; null where it is of none of these shapes. */
export function lineFrom(text: string): Line | null {
  try {
    const line: unknown = JSON.parse(text);
    return isLine(line) ? line : null;
  } catch {
    return null;
  }
}

function isLine(line: unknown): line is Line {
  if (Array.isArray(line)) return line.every((cell) => cell === null || ["string", "number"].includes(typeof cell));
  if (typeof line !== "object" || line === null) return false;
  const { backup, version, migrations, table, columns, rows, sha256 } = line as Record<string, unknown>;
  // What another version writes into its header is not known here.
  if (backup !== undefined) return version !== 1 || isTexts(migrations);
  if (table !== undefined) return typeof table === "string" && isTexts(columns);
  return Number.isSafeInteger(rows) && typeof sha256 === "string";
}

function isTexts(list: unknown): boolean {
  return Array.isArray(list) && list.every((one) => typeof one === "string");
}

/** Why a file is no backup that can be restored. */
export class BackupError extends InputError {
  override readonly name = "BackupError";
}

/** Makes the end line of the lines that it is given. */
export class LineSum {
  readonly #hash = createHash("sha256");
  #rows = 0;

  /** Counts a line in, and gives it as it stands in the file. */
  add(line: Line): string {
    const text = jsonLine(line);
    this.addText(text, Array.isArray(line));
    return text;
  }

  addText(text: string, isRow: boolean): void {
    this.#hash.update(text);
    if (isRow) this.#rows += 1;
  }

  end(): EndLine {
    return { rows: this.#rows, sha256: this.#hash.copy().digest("hex") };
  }
}
